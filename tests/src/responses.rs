//! Responses as callers read them, with values that the document does not list.

mod lenient;

use std::fmt::Debug;

use modelarts_app_auth::types::CreateApigAppRequest;
use modelarts_app_auth::{AppType, Response, expose_secrets};
use serde::Serialize;
use serde_json::{Value, json};
use wiremock::ResponseTemplate;

use crate::harness::server::start;

const APP: &str = "f29eddd1443e4dceb76898f881c07a4d";

/// The documented response of `ShowApigApp`.
const SHOWN: &str = r#"{"app":{"app_id":"logic-app-7ded3898-8306-49ee-a1df-2708f9aac83a","app_name":"app_c8ae","app_key":"9cdbfd0b65364fbe8b1c6cf29255a46f","app_secret":"c736b99bdc33403ab0652bf91c00e99e","user_id":"04f258c8fb00d42a1f65c00df88cc4dc","project_id":"04f258c84780d5a52f3bc00dc15aa5e7","app_type":"DEDICATE_APIG","app_codes":[],"created_at":1703162733450,"updated_at":1703162733450,"bounded_api_count":0}}"#;

/// The documented response of `ResetApigAppSecret`.
const RESET: &str = r#"{"app":{"app_id":"f29eddd1443e4dceb76898f881c07a4d","app_name":"app_xq0XT","app_remark":"autotest","app_key":"bcb835430eab4c72bd45e2315d98fdb9","app_secret":"55816679b0f8447c9d51d2c35e4f679a","user_id":"04f258c8fb00d42a1f65c00df88cc4dc","project_id":"04f258c84780d5a52f3bc00dc15aa5e7","app_type":"APIG","app_codes":[],"created_at":1698745606957,"updated_at":1703162969843,"bounded_api_count":0}}"#;

/// What to do when a schema of these operations changes.
const PINNED: &str = "this test pins the responses on the pages of ShowApigApp and ResetApigAppSecret; \
                      change it only if the documentation has changed";

/// Gives `sent` to both calls that show an app, and compares what a caller reads with `read`.
async fn check(sent: &Value, read: &Value) {
    let (_server, client) = start(ResponseTemplate::new(200).set_body_json(sent)).await;
    let body = CreateApigAppRequest::new("app_test").app_remark("test").workspace_id("0");
    let shown = client.show_apig_app(APP).send().await.expect("a response");
    let reset = client.reset_apig_app_secret(APP, body).await.expect("a response");
    let secret = sent["app"]["app_secret"].as_str().expect("a secret");
    assert_eq!(reset.app_secret().expose(), secret);
    check_body(&shown, secret, read);
    check_body(&reset, secret, read);
    assert_eq!(reset.into_body().into_app_secret().expose(), secret);
    let app = serde_json::to_value(expose_secrets(shown.app())).expect("JSON");
    assert_eq!(app, read["app"], "the guaranteed value is the one of the body");
    let body = shown.into_body();
    assert_eq!(body.clone().into_app().app_id, body.into_inner().app.expect("an app").app_id);
}

/// Compares what a caller reads of a response with `read`, and searches its prints for the secret.
fn check_body<T: Debug + Serialize>(response: &Response<T>, secret: &str, read: &Value) {
    let debug = format!("{response:?} {:?}", response.body());
    assert!(!debug.contains(secret), "Debug shows the AppSecret");
    let plain = serde_json::to_string(response.body()).expect("JSON");
    assert!(!plain.contains(secret), "serde shows the AppSecret unasked");
    let all = serde_json::to_value(expose_secrets(response.body())).expect("JSON");
    assert_eq!(&all, read, "{PINNED}");
}

#[tokio::test]
async fn documented_responses_are_read_completely() {
    for documented in [SHOWN, RESET] {
        let documented = serde_json::from_str(documented).expect("JSON");
        check(&documented, &documented).await;
    }
}

#[tokio::test]
async fn unknown_value_is_kept() {
    let mut response: Value = serde_json::from_str(RESET).expect("JSON");
    response["app"]["app_type"] = json!("QUANTUM_APIG");
    check(&response, &response).await;
    assert_eq!(AppType::from("QUANTUM_APIG"), AppType::Other("QUANTUM_APIG".to_owned()));
    assert_eq!(AppType::from("APIG"), AppType::Apig);
}

#[tokio::test]
async fn null_is_a_missing_value() {
    let mut response: Value = serde_json::from_str(RESET).expect("JSON");
    let mut read = response.clone();
    for field in ["app_codes", "app_remark", "bounded_api_count", "app_type", "created_at"] {
        response["app"][field] = Value::Null;
        read["app"].as_object_mut().expect("an object").remove(field);
    }
    check(&response, &read).await;
}

#[tokio::test]
async fn new_field_is_ignored() {
    let mut response: Value = serde_json::from_str(RESET).expect("JSON");
    let read = response.clone();
    response["app"]["color"] = json!({ "r": 1 });
    response["trace"] = json!([null]);
    check(&response, &read).await;
}
