//! Calls from code that is not async.

use modelarts_app_auth::{Client, ErrorKind};
use serde_json::json;
use tokio::runtime::Builder;
use tokio::task::{block_in_place, spawn_blocking};
use wiremock::{MockServer, ResponseTemplate};

use crate::harness::server::{asked, start};

#[test]
fn a_thread_waits_for_its_answer() {
    let runtime = Builder::new_multi_thread().worker_threads(1).enable_all().build();
    let runtime = runtime.expect("a runtime for the server");
    let answer = ResponseTemplate::new(200).set_body_json(json!({ "exists": true }));
    let (server, client) = runtime.block_on(start(answer));
    for call in 1..=3 {
        let answer = client.apig_app_exists("app_13e0").send_blocking().expect("an answer");
        assert_eq!(answer.exists, Some(true));
        assert_eq!(runtime.block_on(asked(&server)).len(), call);
    }
}

async fn exists() -> (MockServer, Client) {
    start(ResponseTemplate::new(200).set_body_json(json!({ "exists": true }))).await
}

fn call(client: &Client) {
    for _ in 0..3 {
        let answer = client.apig_app_exists("app_13e0").send_blocking().expect("an answer");
        assert_eq!(answer.exists, Some(true));
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
        refuse(&client);
        block_in_place(|| call(&client));
        spawn_blocking(move || call(&client)).await.expect("no panic");
    });
    task.await.expect("no panic");
}

/// Calls from async code, which must not be blocked.
fn refuse(client: &Client) {
    let error = client.apig_app_exists("app_13e0").send_blocking().expect_err("async code");
    assert_eq!(error.kind(), ErrorKind::Configuration);
    let message = error.to_string();
    assert!(message.contains("send_blocking") && message.contains("async code"), "{message}");
    assert!(message.contains("spawn_blocking"), "{message}");
}

#[tokio::test]
async fn async_code_is_not_stopped() {
    let (server, client) = exists().await;
    refuse(&client);
    refuse(&client);
    tokio::task::yield_now().await;
    refuse(&client);
    let spawned = client.clone();
    tokio::spawn(async move { refuse(&spawned) }).await.expect("no panic");
    assert!(asked(&server).await.is_empty());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn async_code_of_several_threads_is_not_stopped() {
    let (server, client) = exists().await;
    refuse(&client);
    let spawned = client.clone();
    tokio::spawn(async move { refuse(&spawned) }).await.expect("no panic");
    assert!(asked(&server).await.is_empty());
}

#[test]
fn entered_runtime_may_block() {
    let runtime = Builder::new_multi_thread().worker_threads(1).enable_all().build();
    let runtime = runtime.expect("a runtime for the server");
    let (_server, client) = runtime.block_on(exists());
    let _entered = runtime.enter();
    call(&client);
}
