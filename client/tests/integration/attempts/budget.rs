//! The budget of retries, which all calls of a client share.

use std::sync::atomic::Ordering::SeqCst;
use std::time::Duration;

use modelarts_app_auth::Client;

use super::server::{INTERNAL_ERROR, OK, Server, ServerAction, client, start};

/// Makes so many reads, one after the other, against a server that fails all of them; returns how
/// many requests it got.
async fn requests(client: &Client, server: &Server, calls: usize) -> usize {
    let before = server.requests.load(SeqCst);
    for _ in 0..calls {
        client.show_apig_app("a").await.expect_err("500");
    }
    server.requests.load(SeqCst) - before
}

/// A client with this budget, which waits for its server as long as a slow machine needs.
fn with_budget(url: &str, retries: u32) -> Client {
    let builder = Client::builder().endpoint(url).allow_http_loopback().project_id("p");
    builder.token("token").retry_budget(retries).build().expect("a client")
}

#[tokio::test]
async fn budget_of_retries_can_be_set() {
    let server = start(&[INTERNAL_ERROR]).await;
    assert_eq!(requests(&with_budget(&server.url, 0), &server, 3).await, 3);
    assert_eq!(requests(&with_budget(&server.url, 3), &server, 5).await, 5 + 3);
}

#[tokio::test]
async fn budget_of_retries_refills_with_time() {
    let server = start(&[INTERNAL_ERROR]).await;
    let client = with_budget(&server.url, 2);
    assert_eq!(requests(&client, &server, 3).await, 3 + 2);
    // Stands for the time that passes; the clock runs again before anything is sent.
    tokio::time::pause();
    tokio::time::advance(Duration::from_secs(10)).await;
    tokio::time::resume();
    assert_eq!(requests(&client, &server, 3).await, 3 + 1);
    tokio::time::pause();
    tokio::time::advance(Duration::from_secs(3600)).await;
    tokio::time::resume();
    assert_eq!(requests(&client, &server, 3).await, 3 + 2);
}

#[tokio::test]
async fn budget_of_retries_refills_with_successes() {
    const ACTIONS: [ServerAction; 13] =
        [INTERNAL_ERROR, INTERNAL_ERROR, OK, OK, OK, OK, OK, OK, OK, OK, OK, OK, INTERNAL_ERROR];
    let server = start(&ACTIONS).await;
    let client = with_budget(&server.url, 1);
    client.show_apig_app("a").await.expect_err("500");
    for _ in 0..10 {
        client.show_apig_app("a").await.expect("an app");
    }
    assert_eq!(requests(&client, &server, 2).await, 2 + 1);
}

#[tokio::test]
async fn calls_of_a_client_share_the_retry_budget() {
    let server = start(&[INTERNAL_ERROR]).await;
    let client = client(&server.url);
    let calls: Vec<_> =
        (0..30).map(|_| tokio::spawn(client.show_apig_app("a").into_future())).collect();
    for call in calls {
        assert!(call.await.expect("no panic").is_err());
    }
    assert_eq!(server.requests.load(SeqCst), 30 + 20);
}
