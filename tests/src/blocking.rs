//! Calls from code that is not async.

use modelarts_app_auth::ErrorKind;
use serde_json::json;
use tokio::runtime::Builder;
use wiremock::ResponseTemplate;

use crate::server::{asked, start};

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

#[tokio::test]
async fn async_code_is_not_stopped() {
    let (server, client) = start(ResponseTemplate::new(200)).await;
    let error = client.apig_app_exists("app_13e0").send_blocking().expect_err("async code");
    assert_eq!(error.kind(), ErrorKind::Configuration);
    assert!(error.to_string().contains("send_blocking"), "{error}");
    assert!(asked(&server).await.is_empty());
}
