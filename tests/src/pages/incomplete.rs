//! Walks over pages that end before the last item.

use futures_util::StreamExt;
use modelarts_app_auth::types::ApigAppDetailInfo;
use modelarts_app_auth::{Client, Error, ErrorKind, Items};
use serde_json::{Value, json};
use wiremock::matchers::any;
use wiremock::{Mock, MockServer, Request, ResponseTemplate};

use crate::harness::server::PROJECT;

/// A page for each offset: its items and its total. After the last one, pages repeat it.
type Pages = &'static [(&'static [Option<u32>], Option<i64>)];

/// Serves pages that offsets count from `first`.
async fn serve(pages: Pages, first: usize) -> (MockServer, Client) {
    let server = MockServer::start().await;
    let respond = move |request: &Request| {
        let offset = request.url.query_pairs().find(|(key, _)| key == "offset");
        let offset: usize = offset.and_then(|(_, it)| it.parse().ok()).expect("an offset");
        let (items, total) = pages[offset.saturating_sub(first).min(pages.len() - 1)];
        let app = |id: &Option<u32>| json!({ "app_id": id.map(|id| id.to_string()) });
        let apps: Value = items.iter().map(app).collect();
        ResponseTemplate::new(200).set_body_json(json!({ "apps": apps, "total_count": total }))
    };
    Mock::given(any()).respond_with(respond).mount(&server).await;
    let client = Client::for_loopback(&server.uri(), PROJECT).expect("a loopback address");
    (server, client)
}

/// Reads all items; returns their number and the error, which must be the last element.
async fn read(mut items: Items<ApigAppDetailInfo>) -> (usize, Option<Error>) {
    let mut count = 0;
    while let Some(item) = items.next().await {
        match item {
            Ok(_) => count += 1,
            Err(error) => {
                assert!(items.next().await.is_none(), "more after the error");
                return (count, Some(error));
            }
        }
    }
    (count, None)
}

/// Walks the items and the pages; compares the number of items, and what is said to be missing.
async fn check(pages: Pages, first: usize, items: usize, missing: Option<&str>) {
    let (_server, client) = serve(pages, first).await;
    let (count, error) = read(client.list_apig_apps().items()).await;
    assert_eq!(count, items, "{pages:?}");
    let of_pages = client.list_apig_apps().pages().collect::<Vec<_>>().await;
    let of_pages = of_pages.into_iter().filter_map(Result::err).collect::<Vec<_>>();
    let Some(missing) = missing else {
        assert!(error.is_none() && of_pages.is_empty(), "{pages:?} {error:?}");
        return;
    };
    let error = error.unwrap_or_else(|| panic!("a short walk is complete: {pages:?}"));
    assert_eq!(error.kind(), ErrorKind::Incomplete);
    assert!(error.to_string().contains(missing), "{error}");
    assert!(error.to_string().starts_with("ListApigApps: "), "{error}");
    assert_eq!(of_pages.len(), 1, "{pages:?}");
    assert_eq!(of_pages[0].to_string(), error.to_string());
}

const TWO: &[Option<u32>] = &[Some(0), Some(1)];
const MORE: &[Option<u32>] = &[Some(2), Some(3)];
const LAST: &[Option<u32>] = &[Some(4)];

#[tokio::test]
async fn walk_over_pages_counted_from_1_is_incomplete() {
    check(&[(TWO, Some(5)), (MORE, Some(5)), (LAST, Some(5))], 1, 2, Some("2 of 5 items")).await;
}

#[tokio::test]
async fn walk_with_an_ignored_offset_is_incomplete() {
    check(&[(TWO, Some(5))], 0, 2, Some("2 of 5 items")).await;
    check(&[(TWO, None), (TWO, Some(5))], 0, 2, Some("2 of 5 items")).await;
    check(&[(TWO, Some(5)), (TWO, None)], 0, 2, Some("2 of 5 items")).await;
}

#[tokio::test]
async fn list_that_ends_early_is_not_complete() {
    check(&[(TWO, Some(5)), (MORE, Some(5)), (&[], Some(5))], 0, 4, Some("4 of 5 items")).await;
    check(&[(&[], Some(5))], 0, 0, Some("0 of 5 items")).await;
    // The page after the last one has the total of that page.
    check(&[(TWO, Some(5)), (&[], Some(0))], 0, 2, Some("2 of 5 items")).await;
}

#[tokio::test]
async fn last_total_counts_when_the_list_changes() {
    check(&[(TWO, Some(5)), (MORE, Some(4))], 0, 4, None).await;
    check(&[(TWO, Some(5)), (MORE, Some(3))], 0, 4, None).await;
    check(&[(TWO, Some(3)), (MORE, Some(5)), (LAST, Some(5))], 0, 5, None).await;
    check(&[(TWO, Some(3)), (MORE, Some(6)), (LAST, Some(6))], 0, 5, Some("5 of 6 items")).await;
    check(&[(TWO, Some(5)), (&[], Some(2))], 0, 2, None).await;
}

#[tokio::test]
async fn unknown_total_is_not_incomplete() {
    check(&[(TWO, None), (MORE, None), (&[], None)], 0, 4, None).await;
    check(&[(TWO, Some(-1)), (MORE, Some(-1)), (&[], Some(-1))], 0, 4, None).await;
}

#[tokio::test]
async fn items_without_identity_are_counted() {
    check(&[(&[None, None], Some(2))], 0, 2, None).await;
    check(&[(&[None, None], Some(3))], 0, 2, Some("2 of 3 items")).await;
    check(&[(&[Some(0), None], Some(3)), (LAST, Some(3)), (&[], Some(3))], 0, 3, None).await;
    // The same page twice has no more items than once.
    check(&[(&[Some(0), None], Some(3))], 0, 3, Some("2 of 3 items")).await;
}

#[tokio::test]
async fn walk_from_the_middle_cannot_be_incomplete() {
    let pages: Pages = &[(TWO, Some(5)), (MORE, Some(5)), (LAST, Some(5)), (&[], Some(5))];
    let (_server, client) = serve(pages, 0).await;
    let (count, error) = read(client.list_apig_apps().offset("1").items()).await;
    assert_eq!((count, error.map(|error| error.to_string())), (3, None));
    let (count, error) = read(client.list_apig_apps().offset("0").items()).await;
    assert_eq!((count, error.map(|error| error.to_string())), (5, None));
    let (_server, client) = serve(&[(TWO, Some(5))], 0).await;
    let (_, error) = read(client.list_apig_apps().offset("0").items()).await;
    assert!(error.is_some(), "a walk from the first page");
}

#[tokio::test]
async fn list_without_list_and_count_is_undecodable() {
    for body in ["{}", r#"{"apps":null}"#, r#"{"auths":null,"message":"denied"}"#] {
        let server = MockServer::start().await;
        let response = ResponseTemplate::new(200).set_body_raw(body, "application/json");
        Mock::given(any()).respond_with(response).mount(&server).await;
        let client = Client::for_loopback(&server.uri(), PROJECT).expect("a loopback address");
        let kinds = [
            client.list_apig_apps().await.map(drop),
            client.list_apig_apps().items().next().await.expect("an error").map(drop),
            client.show_apis_bind_to_app("a").await.map(drop),
            client.show_api_auth_infos("s", "a").await.map(drop),
            client.get_app_auth_apis_info("s").await.map(drop),
            client.get_service_app_auth_api_auth_info("s").await.map(drop),
        ];
        for made in kinds {
            let error = made.expect_err(body);
            assert_eq!(error.kind(), ErrorKind::Undecodable, "{body} {error}");
            assert!(error.to_string().contains(" or /"), "{error}");
        }
    }
    for body in [r#"{"count":0}"#, r#"{"total_count":0}"#, r#"{"apps":[],"apis":[],"auths":[]}"#] {
        let server = MockServer::start().await;
        let response = ResponseTemplate::new(200).set_body_raw(body, "application/json");
        Mock::given(any()).respond_with(response).mount(&server).await;
        let client = Client::for_loopback(&server.uri(), PROJECT).expect("a loopback address");
        client.list_apig_apps().await.expect(body);
        client.show_apis_bind_to_app("a").await.expect(body);
        client.show_api_auth_infos("s", "a").await.expect(body);
        client.get_app_auth_apis_info("s").await.expect(body);
    }
}
