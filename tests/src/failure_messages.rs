//! The message of a failing test is one line, without a secret.

use std::panic::AssertUnwindSafe;

use futures_util::FutureExt;
use serde_json::{Value, json};

use crate::generated::make;
use crate::harness::check::{ReceivedResponse, TypedCall, check};

const OPERATION: &str = "ShowApigApp";

/// The line with which the test of an operation fails when its call, or its response, is changed.
async fn line(
    call: impl FnOnce(&mut TypedCall),
    response: impl FnOnce(&mut ReceivedResponse),
) -> String {
    let make = async |mut made: TypedCall| {
        call(&mut made);
        let mut result = make(OPERATION, made).await;
        result.as_mut().map(response).ok();
        result
    };
    let checked = check(OPERATION, "200", "all_parameters", make);
    let panic = AssertUnwindSafe(checked).catch_unwind().await.expect_err("a failure");
    panic.downcast_ref::<String>().expect("a message").clone()
}

#[tokio::test]
async fn failure_is_one_line() {
    let same = |_: &mut TypedCall| {};
    let prefix = "ShowApigApp 200 all_parameters:";
    let app = |name: &'static str, value: Value| {
        move |response: &mut ReceivedResponse| response.body["app"][name] = value
    };
    let found = line(same, app("app_id", Value::Null)).await;
    assert!(found.starts_with(&format!("{prefix} response /app/app_id: documented \"")), "{found}");
    assert!(found.ends_with("\", found null"), "{found}");
    let found = line(same, app("app_ids", json!({ "a": 1 }))).await;
    assert_eq!(
        found,
        format!("{prefix} response /app/app_ids: documented nothing, found an object")
    );
    let found = line(same, app("app_secret", json!("changed"))).await;
    let expected = "response /app/app_secret: documented [redacted], found \"changed\"";
    assert_eq!(found, format!("{prefix} {expected}"));
    let found = line(same, |response| response.status = 201).await;
    assert_eq!(found, format!("{prefix} status: documented 200, found 201"));
}

#[tokio::test]
async fn different_request_is_one_line() {
    let change = |name: &'static str, value: Option<Value>| {
        move |call: &mut TypedCall| {
            let key = ("query".to_owned(), name.to_owned());
            match value {
                Some(value) => drop(call.arguments.insert(key, value)),
                None => drop(call.arguments.remove(&key)),
            }
        }
    };
    let prefix = "ShowApigApp 200 all_parameters: query";
    let found = line(change("workspace_id", None), |_| {}).await;
    assert!(found.starts_with(&format!("{prefix} workspace_id: documented \"")), "{found}");
    assert!(found.ends_with("\", found nothing"), "{found}");
    let found = line(change("iphertext_enabled", Some(json!([1]))), |_| {}).await;
    assert_eq!(
        found,
        format!(
            "{prefix} iphertext_enabled: documented a list, found another type in the schema: bool"
        )
    );
}
