//! Answers that are not what is documented, and what callers are told of them.

mod bodies;
mod reported;

use modelarts_app_auth::types::CreateApigAppRequest;
use modelarts_app_auth::{Client, Error, ErrorKind};
use wiremock::ResponseTemplate;

use crate::server::{PROJECT, asked, start};

const REQUEST_ID: &str = "9c2b6f0d3a7e4b51";
/// Stands in every faulty body, and may be nowhere in what is printed.
const CANARY: &str = "55816679b0f8447c9d51d2c35e4f679a";

/// Resets a secret against a server with this answer, and looks at the error.
async fn check(answer: ResponseTemplate, kind: ErrorKind, status: Option<u16>) -> Error {
    let (server, client) = start(answer.insert_header("X-Request-Id", REQUEST_ID)).await;
    let request = CreateApigAppRequest::new("app_test");
    let made = client.reset_apig_app_secret("f29eddd1443e4dceb76898f881c07a4d", request).await;
    let error = made.expect_err("an answer that is none");
    assert_eq!(asked(&server).await.len(), 1, "a reset must not be sent twice");
    assert_eq!(error.kind(), kind, "{error}");
    assert_eq!(error.status(), status);
    assert_eq!(error.request_id(), Some(REQUEST_ID));
    let mut shown = format!("{error} {error:?} {error:#?}");
    let mut source = std::error::Error::source(&error);
    while let Some(cause) = source {
        shown += &format!(" {cause} {cause:?}");
        source = cause.source();
    }
    assert!(!shown.contains(CANARY), "the body is printed");
    assert!(error.to_string().starts_with("ResetApigAppSecret: "), "{error}");
    assert!(!error.to_string().contains('\n'));
    error
}

fn json(status: u16, body: impl Into<String>) -> ResponseTemplate {
    ResponseTemplate::new(status).set_body_raw(body.into(), "application/json")
}

#[tokio::test]
async fn a_success_that_is_broken() {
    for body in [
        format!(r#"{{"app":{{"app_secret":"{CANARY}""#),
        format!(r#"{{"app":"{CANARY}"}}"#),
        format!(r#"{{"app":{{"app_secret":"{CANARY}","created_at":"{CANARY}"}}}}"#),
        format!("<html>{CANARY}</html>"),
        String::new(),
    ] {
        let error = check(json(200, body.clone()), ErrorKind::Undecodable, Some(200)).await;
        assert_eq!(error.expose_body(), Some(body.as_bytes()), "the body can be had on request");
    }
}

#[tokio::test]
async fn success_without_a_guaranteed_field() {
    for body in ["{}", r#"{"app":{}}"#, r#"{"app":{"app_secret":null}}"#] {
        let error = check(json(200, body), ErrorKind::Undecodable, Some(200)).await;
        assert!(error.to_string().contains("/app/app_secret"), "{error}");
    }
}

#[tokio::test]
async fn an_error_without_a_body() {
    check(ResponseTemplate::new(401), ErrorKind::Service, Some(401)).await;
}

#[tokio::test]
async fn an_error_that_is_a_web_page() {
    let page = format!("<html><body>{CANARY}</body></html>");
    let answer = ResponseTemplate::new(502).set_body_raw(page, "text/html");
    check(answer, ErrorKind::Service, Some(502)).await;
}

#[tokio::test]
async fn an_answer_larger_than_allowed() {
    let (server, _) =
        start(json(200, format!(r#"{{"app":"{CANARY}{}"}}"#, "x".repeat(4096)))).await;
    let client = Client::builder()
        .endpoint(server.uri())
        .allow_http_loopback()
        .project_id(PROJECT)
        .token("token")
        .largest_answer(1024)
        .build()
        .expect("a client");
    let error = client.show_apig_app("a").await.expect_err("too much");
    assert!(error.to_string().contains("1024"), "{error}");
    assert!(!format!("{error:?}").contains(CANARY));
}

#[tokio::test]
async fn a_redirect_is_not_followed() {
    let (elsewhere, _) = start(json(200, r#"{"app":{}}"#)).await;
    let answer = ResponseTemplate::new(302).insert_header("Location", elsewhere.uri());
    check(answer, ErrorKind::Service, Some(302)).await;
    assert!(asked(&elsewhere).await.is_empty(), "the token went to another host");
}
