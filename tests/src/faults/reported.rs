//! Errors that are reported with the status code of a success.

use modelarts_app_auth::types::{ApiAppAuthRequest, Apps};
use modelarts_app_auth::{Client, Error, ErrorKind};
use wiremock::ResponseTemplate;

use crate::harness::examples::Example;
use crate::harness::server::{json_response, received_requests, start};

/// Deletes an app, which has no response body, against this body.
async fn deleted(body: &str) -> Result<(), Error> {
    let (_server, client) = start(json_response(200, body)).await;
    client.delete_apig_app("a").await.map(drop)
}

#[tokio::test]
async fn error_code_in_a_success_is_an_error_of_every_operation() {
    let mut examples = Example::all();
    examples.retain(|example| example.has_body);
    assert!(!examples.is_empty(), "no documented success");
    let mut body = Example::joint_response(&examples);
    body["error_code"] = "ModelArts.0108".into();
    body["error_msg"] = "denied".into();
    for body in [body.to_string(), r#"{"error_code":"ModelArts.0108","error_msg":"denied"}"#.into()]
    {
        for example in &examples {
            let (server, client) = start(json_response(200, body.clone())).await;
            let error = example.make(client).await.err().expect(&example.operation);
            let found = (error.kind(), error.status(), error.code(), error.message());
            let expected = (ErrorKind::Service, Some(200), Some("ModelArts.0108"), Some("denied"));
            assert_eq!(found, expected, "{}", example.operation);
            assert!(error.was_sent() && !error.is_retryable());
            let text = format!("{}: 200 ModelArts.0108 denied (attempt 1)", example.operation);
            assert_eq!(error.to_string(), text);
            assert_eq!(received_requests(&server).await.len(), 1, "{}", example.operation);
        }
    }
}

#[tokio::test]
async fn error_is_found_in_each_of_its_shapes() {
    for (body, shown) in [
        (r#"{"errorCode":"A.1","errorMsg":"m"}"#, "200 A.1 m"),
        (r#"{"error_code":108,"error_msg":"m"}"#, "200 108 m"),
        (r#"{"error_code":"E"}"#, "200 E the response reports an error, without a message"),
        (r#"{"error_msg":"m"}"#, "200 m"),
        (r#"{"error":{"code":"A.1","message":"m"}}"#, "200 A.1 m"),
        (r#"{"error":{"message":"m"}}"#, "200 m"),
        (r#"{"error":"denied"}"#, "200 denied"),
        (r#"{"error":[{"code":"A.1","message":"m"}]}"#, "200 A.1 m"),
        (r#"{"errors":[{"error_code":"A.1","error_msg":"m"}]}"#, "200 A.1 m"),
        (r#"{"code":"ModelArts.0108","message":"m"}"#, "200 ModelArts.0108 m"),
        ("\u{feff}{\"error_code\":\"A.1\"}\0", "200 A.1"),
        (r#"{"error_code":"A.1","error_msg":"m"#, "200 A.1 m"),
    ] {
        let error = deleted(body).await.expect_err(body);
        assert_eq!(error.kind(), ErrorKind::Service, "{body}");
        assert!(error.to_string().starts_with(&format!("DeleteApigApp: {shown}")), "{error}");
    }
    let text = ResponseTemplate::new(200).set_body_raw(r#"{"error_code":"A.1"}"#, "text/plain");
    let (_server, client) = start(text).await;
    assert_eq!(client.delete_apig_app("a").await.expect_err("an error").code(), Some("A.1"));
}

#[tokio::test]
async fn success_without_an_error_is_not_an_error() {
    for body in [
        "",
        "{}",
        "null",
        "[]",
        r#"{"error_code":"","error_msg":""}"#,
        r#"{"error_code":null,"error_msg":null,"error":null,"errors":[]}"#,
        r#"{"error_code":"","error_msg":"success"}"#,
        r#"{"error_code":0,"error_msg":"success"}"#,
        r#"{"error_code":"0"}"#,
        r#"{"error":{}}"#,
        r#"{"error":false}"#,
        r#"{"code":200,"message":"success"}"#,
        r#"{"code":"OK","message":"success"}"#,
        r#"{"errors":[]}"#,
        r#"{"result":[{"error_code":"A.1"}],"app":{"error_code":"A.1"}}"#,
        r#"{"note":"error_code"}"#,
    ] {
        deleted(body).await.expect(body);
    }
}

#[tokio::test]
async fn results_with_codes_are_a_response() {
    let body =
        r#"{"auth_result":[{"app_id":"a","success":true,"error_code":"A.1"}],"error_code":""}"#;
    let (_server, client) = start(json_response(200, body)).await;
    let apps = ApiAppAuthRequest::new([Apps::new().app_id("a")]);
    let response = client.authorize_api_to_apig_apps("s", "a", apps).await.expect("a response");
    response.all_succeeded().expect("a success");
}

#[tokio::test]
async fn error_in_a_success_does_not_show_the_secret_of_the_request() {
    let code = "80dc4ab97b34456f";
    let body = format!(r#"{{"error_code":"A.1","error_msg":"no {code} of loopback"}}"#);
    let (_server, client) = start(json_response(200, body)).await;
    let error = client.delete_apig_app_code("a", code).await.expect_err("an error");
    assert_eq!(error.message(), Some("no [redacted] of [redacted]"));
}

/// A client must not take a list with an error in it for an empty list.
#[tokio::test]
async fn list_with_an_error_is_not_an_empty_list() {
    let (_server, client) = start(json_response(200, r#"{"apps":[],"error_code":"A.1"}"#)).await;
    let error = first(client).await.expect_err("an error");
    assert_eq!(error.code(), Some("A.1"));
}

async fn first(client: Client) -> Result<(), Error> {
    client.list_apig_apps().items().next().await.map_or(Ok(()), |item| item.map(drop))
}
