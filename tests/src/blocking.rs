//! Calls from code that is not async.

use modelarts_app_auth::{Client, ErrorKind};
use serde_json::json;
use tokio::runtime::Builder;
use tokio::task::{block_in_place, spawn_blocking};
use wiremock::{MockServer, ResponseTemplate};

use crate::harness::server::{received_requests, start};

#[test]
fn blocking_call_waits_for_its_response() {
    let runtime = Builder::new_multi_thread().worker_threads(1).enable_all().build();
    let runtime = runtime.expect("a runtime for the server");
    let response = ResponseTemplate::new(200).set_body_json(json!({ "exists": true }));
    let (server, client) = runtime.block_on(start(response));
    for call in 1..=3 {
        let response = client.apig_app_exists("app_13e0").send_blocking().expect("a response");
        assert_eq!(response.exists, Some(true));
        assert_eq!(runtime.block_on(received_requests(&server)).len(), call);
    }
}

async fn exists() -> (MockServer, Client) {
    start(ResponseTemplate::new(200).set_body_json(json!({ "exists": true }))).await
}

fn call(client: &Client) {
    for _ in 0..3 {
        let response = client.apig_app_exists("app_13e0").send_blocking().expect("a response");
        assert_eq!(response.exists, Some(true));
    }
}

#[tokio::test]
async fn spawn_blocking_may_block() {
    let (_server, client) = exists().await;
    spawn_blocking(move || call(&client)).await.expect("no panic");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn block_in_place_may_block() {
    let (_server, client) = exists().await;
    block_in_place(|| call(&client));
    let task = tokio::spawn(async move {
        block_in_place(|| call(&client));
        check_rejected(&client);
        block_in_place(|| call(&client));
        spawn_blocking(move || call(&client)).await.expect("no panic");
    });
    task.await.expect("no panic");
}

/// Calls from async code, which must not be blocked.
fn check_rejected(client: &Client) {
    let error = client.apig_app_exists("app_13e0").send_blocking().expect_err("async code");
    assert_eq!(error.kind(), ErrorKind::Configuration);
    let message = error.to_string();
    assert!(message.contains("send_blocking") && message.contains("async code"), "{message}");
    assert!(message.contains("spawn_blocking"), "{message}");
}

#[tokio::test]
async fn blocking_call_in_async_code_is_an_error() {
    let (server, client) = exists().await;
    check_rejected(&client);
    check_rejected(&client);
    tokio::task::yield_now().await;
    check_rejected(&client);
    let spawned = client.clone();
    tokio::spawn(async move { check_rejected(&spawned) }).await.expect("no panic");
    assert!(received_requests(&server).await.is_empty());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn blocking_call_in_async_code_of_several_threads_is_an_error() {
    let (server, client) = exists().await;
    check_rejected(&client);
    let spawned = client.clone();
    tokio::spawn(async move { check_rejected(&spawned) }).await.expect("no panic");
    assert!(received_requests(&server).await.is_empty());
}

#[test]
fn entered_runtime_may_block() {
    let runtime = Builder::new_multi_thread().worker_threads(1).enable_all().build();
    let runtime = runtime.expect("a runtime for the server");
    let (_server, client) = runtime.block_on(exists());
    let _entered = runtime.enter();
    call(&client);
}
