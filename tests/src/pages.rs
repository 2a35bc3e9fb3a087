//! Lists in pages, from services that count offsets in different ways.

mod incomplete;

use modelarts_app_auth::{Client, ErrorKind};
use serde_json::{Value, json};
use wiremock::matchers::any;
use wiremock::{Mock, MockServer, Request, ResponseTemplate};

use crate::harness::server::PROJECT;

/// The ids of the apps of a page, by the offset of the request; none for no list at all.
type Page = fn(u64) -> Option<Vec<u32>>;

/// Walks the apps of a service, and compares the ids and the number of requests.
async fn check(page: Page, total: Option<u32>, ids: &[u32], requests: usize) {
    let (server, client) = serve(page, total).await;
    let mut apps = client.list_apig_apps().items();
    let mut found = Vec::new();
    while let Some(app) = apps.next().await {
        let id = app.expect("a page").app_id.expect("an id");
        found.push(id.as_str().parse::<u32>().expect("a number"));
    }
    assert_eq!(found, ids);
    assert_eq!(server.received_requests().await.expect("recorded").len(), requests);
}

async fn serve(page: Page, total: Option<u32>) -> (MockServer, Client) {
    let server = MockServer::start().await;
    let response = move |request: &Request| {
        let offset = request.url.query_pairs().find(|(key, _)| key == "offset");
        let offset = offset.and_then(|(_, offset)| offset.parse().ok()).expect("an offset");
        let app = |id| json!({ "app_id": format!("{id}") });
        let apps = page(offset).map(|ids| ids.into_iter().map(app).collect::<Value>());
        ResponseTemplate::new(200).set_body_json(json!({ "apps": apps, "total_count": total }))
    };
    Mock::given(any()).respond_with(response).mount(&server).await;
    let client = Client::for_loopback(&server.uri(), PROJECT).expect("a loopback address");
    (server, client)
}

/// Two on a page, five altogether.
fn pages(offset: u64) -> Option<Vec<u32>> {
    Some((0..5).skip(offset as usize * 2).take(2).collect())
}

#[tokio::test]
async fn offset_counts_pages() {
    check(pages, Some(5), &[0, 1, 2, 3, 4], 3).await;
    check(pages, None, &[0, 1, 2, 3, 4], 4).await;
}

#[tokio::test]
async fn offset_that_counts_items_repeats_no_item() {
    let items: Page = |offset| Some((0..5).skip(offset as usize).take(2).collect());
    check(items, Some(5), &[0, 1, 2, 3, 4], 4).await;
    check(items, None, &[0, 1, 2, 3, 4], 5).await;
}

#[tokio::test]
async fn walk_ends_if_the_offset_is_ignored() {
    check(|_| Some(vec![1, 2]), None, &[1, 2], 2).await;
}

#[tokio::test]
async fn empty_list_yields_no_items() {
    check(|_| Some(vec![]), Some(0), &[], 1).await;
    check(|_| None, Some(0), &[], 1).await;
    check(|_| Some(vec![]), None, &[], 1).await;
}

#[tokio::test]
async fn pages_start_at_the_offset_of_the_caller() {
    let (_server, client) = serve(pages, Some(5)).await;
    let mut pages = client.list_apig_apps().offset("1").pages();
    let mut sizes = Vec::new();
    while let Some(page) = pages.next().await {
        sizes.push(page.expect("a page").apps.as_ref().expect("apps").len());
    }
    assert_eq!(sizes, [2, 1]);
    let error = client.list_apig_apps().offset("one").items().next().await;
    let error = error.expect("an item").expect_err("no number");
    assert_eq!(error.kind(), ErrorKind::InvalidArgument);
}

#[tokio::test]
async fn error_ends_the_walk() {
    let (_server, client) = serve(pages, Some(5)).await;
    let response = ResponseTemplate::new(404);
    let broken = Mock::given(wiremock::matchers::query_param("offset", "1")).respond_with(response);
    broken.with_priority(1).mount(&_server).await;
    let mut apps = client.list_apig_apps().items();
    assert!(apps.next().await.expect("an item").is_ok());
    assert!(apps.next().await.expect("an item").is_ok());
    assert!(apps.next().await.expect("an item").expect_err("a page is gone").is_not_found());
    assert!(apps.next().await.is_none());
}
