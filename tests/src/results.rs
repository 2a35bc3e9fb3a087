//! Parts of a call that fail while the response is a success.

use modelarts_app_auth::ErrorKind;
use modelarts_app_auth::types::{ApiAppAuthRequest, Apps};
use serde_json::{Value, json};
use wiremock::ResponseTemplate;

use crate::harness::server::start;

/// Authorizes and cancels against this list of results; compares the errors.
async fn check(results: Value, failed: Option<&str>) {
    let response = json!({ "auth_result": results, "unauth_result": results });
    let response = ResponseTemplate::new(200).set_body_json(response);
    let (_server, client) = start(response.insert_header("X-Request-Id", "trace")).await;
    let apps = || ApiAppAuthRequest::new([Apps::new().app_id("a"), Apps::new().app_id("b")]);
    let authorized = client.authorize_api_to_apig_apps("service", "api", apps()).await;
    let cancelled = client.delete_api_app_auth("service", "api", apps()).await;
    let authorized = authorized.expect("a response").all_succeeded().err();
    let cancelled = cancelled.expect("a response").all_succeeded().err();
    let operations = ["AuthorizeApiToApigApps", "DeleteApiAppAuth"];
    for (error, operation) in [authorized, cancelled].into_iter().zip(operations) {
        let Some(failed) = failed else {
            assert!(error.is_none(), "{error:?}");
            continue;
        };
        let error = error.expect("a part failed");
        assert_eq!(error.kind(), ErrorKind::Incomplete);
        assert_eq!(error.to_string(), format!("{operation}: 200 {failed} (request id trace)"));
        assert!(error.was_sent() && !error.is_retryable());
    }
}

#[tokio::test]
async fn succeeded_parts_are_no_error() {
    check(json!([{ "app_id": "a", "success": true }, { "app_id": "b", "success": true }]), None)
        .await;
    check(json!([]), None).await;
}

#[tokio::test]
async fn missing_list_of_results_is_an_error() {
    for results in [json!({}), json!({ "auth_result": null, "unauth_result": null })] {
        let (_server, client) = start(ResponseTemplate::new(200).set_body_json(results)).await;
        let apps = || ApiAppAuthRequest::new([Apps::new().app_id("a")]);
        let authorized = client.authorize_api_to_apig_apps("service", "api", apps()).await;
        let error = authorized.expect("a response").all_succeeded().expect_err("no results");
        assert_eq!(error.kind(), ErrorKind::Undecodable);
        assert!(error.to_string().contains("lacks /auth_result"), "{error}");
        let cancelled = client.delete_api_app_auth("service", "api", apps()).await;
        let error = cancelled.expect("a response").all_succeeded().expect_err("no results");
        assert!(error.to_string().contains("lacks /unauth_result"), "{error}");
        assert!(error.was_sent() && !error.is_retryable());
    }
}

#[tokio::test]
async fn error_code_of_a_part_belongs_to_the_part() {
    let results = json!([
        { "app_id": "a", "success": true, "error_code": "" },
        { "app_id": "b", "success": false, "error_code": "ModelArts.3937", "reason": "quota" },
    ]);
    check(results, Some("1 failed: b: quota")).await;
}

#[tokio::test]
async fn failed_part_is_an_error() {
    let results = json!([
        { "app_id": "a", "success": true },
        { "app_id": "b", "success": false, "reason": "not the\ncreator" },
    ]);
    check(results, Some("1 failed: b: not the creator")).await;
}

#[tokio::test]
async fn part_without_success_failed() {
    let results = json!([{ "app_id": "a" }, { "success": null }]);
    let failed = "2 failed: a, without a reason; a part without an id, without a reason";
    check(results, Some(failed)).await;
}
