//! Error bodies of every shape: what the caller reads of them.

use modelarts_app_auth::{Client, Error};
use wiremock::matchers::any;
use wiremock::{Mock, MockServer, ResponseTemplate};

use crate::harness::prints;
use crate::harness::server::PROJECT;

async fn error_of(status: u16, body: &[u8]) -> Error {
    error_of_call(SECRET, status, body).await
}

async fn error_of_call(secret: &str, status: u16, body: &[u8]) -> Error {
    let server = MockServer::start().await;
    let response = ResponseTemplate::new(status).set_body_raw(body, "application/json");
    Mock::given(any()).respond_with(response).mount(&server).await;
    let client = Client::for_loopback(&server.uri(), PROJECT).expect("a loopback address");
    client.delete_apig_app_code("a", secret).await.expect_err("an error")
}

/// An AppCode in the path of the request.
const SECRET: &str = "80dc4ab97b34456f";

/// Compares code, message and request id of a 403 with this body.
async fn check(body: impl AsRef<[u8]>, code: Option<&str>, message: Option<&str>) {
    let body = body.as_ref();
    let error = error_of(403, body).await;
    let shown = String::from_utf8_lossy(body);
    assert_eq!((error.code(), error.message()), (code, message), "{shown}");
}

#[tokio::test]
async fn every_shape_of_an_error_is_read() {
    let both = (Some("A.1"), Some("no"));
    for body in [
        r#"{"error_code":"A.1","error_msg":"no"}"#,
        r#"{"errorCode":"A.1","errorMessage":"no"}"#,
        r#"{"ErrorCode":"A.1","ErrorMsg":"no"}"#,
        r#"{"code":"A.1","message":"no"}"#,
        r#"{"code":"A.1","msg":"no"}"#,
        r#"{"error":{"code":"A.1","message":"no"}}"#,
        r#"{"error":{"error_code":"A.1","error_msg":"no"}}"#,
        r#"{"error":{"error":{"code":"A.1","message":"no"}}}"#,
        r#"[{"code":"A.1","message":"no"}]"#,
        r#"[{"error_code":"A.1","error_msg":"no"},{"error_code":"A.2","error_msg":"two"}]"#,
        r#"{"errors":[{"code":"A.1","message":"no"},{"code":"A.2","message":"two"}]}"#,
        r#"{"errors":[{"error":{"code":"A.1","message":"no"}}]}"#,
        r#"{"status":403,"error":"Forbidden","message":"no","code":"A.1"}"#,
        r#"{"message":"Forbidden","code":403,"error":{"code":"A.1","message":"no"}}"#,
        r#"{"title":"Forbidden","detail":"x","error_code":"A.1","error_msg":"no"}"#,
        "\u{feff}{\"error_code\":\"A.1\",\"error_msg\":\"no\"}",
        "\r\n {\"error_code\":\"A.1\",\"error_msg\":\"no\"}\0\0",
        r#"{"error_code":"A.1","error_msg":"no"}{"error_code":"A.2"}"#,
        r#"{"error_code":"A.1","error_msg":"no"}<html>"#,
    ] {
        check(body, both.0, both.1).await;
    }
    check(r#"{"error_code":1234,"error_msg":"no"}"#, Some("1234"), Some("no")).await;
    check(r#"{"code":-7,"message":null}"#, Some("-7"), None).await;
    check(r#"{"error":"invalid_grant"}"#, None, Some("invalid_grant")).await;
    check(r#"{"title":"Forbidden","status":403}"#, None, Some("Forbidden")).await;
    let problem =
        r#"{"type":"/credit","title":"Out of credit","detail":"30 is missing","status":403}"#;
    check(problem, None, Some("Out of credit: 30 is missing")).await;
    check(r#"{"detail":"30 is missing"}"#, None, Some("30 is missing")).await;
    check(r#"{"title":"No","detail":"No way"}"#, None, Some("No way")).await;
    check(r#"{"detail":"d","title":"t","message":"m"}"#, None, Some("m")).await;
    check(r#"{"errors":[{"title":"t","detail":"d"},{"title":"u"}]}"#, None, Some("t: d")).await;
    check(r#"{"errors":["no"]}"#, None, Some("no")).await;
}

#[tokio::test]
async fn body_that_is_not_an_error_is_not_shown() {
    let nested = r#"{"a":{"message":"no"}}"#;
    for body in ["no", r#""no""#, "<html>no</html>", "12", r#"["no"]"#, r#"[["no"#, nested] {
        check(body, None, None).await;
    }
}

#[tokio::test]
async fn truncated_error_body_is_read_as_far_as_it_goes() {
    let whole = r#"{"request_id":"r1","error_code":"A.1","error_msg":"no \u4e2d a\nb"}"#;
    for length in 0..whole.len() {
        let error = error_of(403, &whole.as_bytes()[..length]).await;
        let has_come = |text: &str| whole.find(text).is_some_and(|at| length >= at + text.len());
        assert_eq!(error.code() == Some("A.1"), has_come("A.1"), "{}", &whole[..length]);
        assert_eq!(error.request_id() == Some("r1"), has_come("r1"), "{}", &whole[..length]);
        assert_eq!(error.message().is_some_and(|it| it.starts_with("no")), has_come("no"));
    }
    // In the middle of a character.
    check(b"{\"error_code\":\"A.1\",\"error_msg\":\"no \xe4\xb8", Some("A.1"), Some("no \u{fffd}"))
        .await;
}

#[tokio::test]
async fn bytes_that_are_not_text_do_not_hide_the_rest() {
    let gbk = b"{\"error_code\":\"A.1\",\"error_msg\":\"\xc8\xa8\xcf\xde no\"}";
    let error = error_of(403, gbk).await;
    assert_eq!(error.code(), Some("A.1"));
    assert!(error.message().is_some_and(|it| it.ends_with(" no")), "{error}");
    check(b"{\"x\":\"\xff\",\"error_code\":\"A.1\"}", Some("A.1"), None).await;
    check(r#"{"error_msg":"no \ud800","error_code":"A.1"}"#, Some("A.1"), Some("no \u{fffd}"))
        .await;
    check(
        "{\"error_msg\":\"no\n\u{1} way\",\"error_code\":\"A.1\"}",
        Some("A.1"),
        Some("no   way"),
    )
    .await;
}

#[tokio::test]
async fn code_that_is_the_status_is_shown_once() {
    let error = error_of(403, br#"{"error":{"code":403,"message":"no"}}"#).await;
    assert_eq!(error.code(), Some("403"));
    assert_eq!(error.to_string(), "DeleteApigAppCode: 403 no (attempt 1)");
}

#[tokio::test]
async fn encoded_authorization_message_is_kept_and_not_printed() {
    let encoded = "XmQ4".repeat(1000);
    let body = format!(
        r#"{{"error_code":"A.1","error_msg":"no","encoded_authorization_message":"{encoded}"}}"#
    );
    let error = error_of(403, body.as_bytes()).await;
    assert_eq!(error.encoded_authorization_message(), Some(encoded.as_str()));
    assert_eq!(error.message(), Some("no"));
    assert!(prints::of_error(&error).iter().all(|print| !print.contains("XmQ4")), "{error}");
}

#[tokio::test]
async fn truncated_error_body_shows_no_part_of_a_secret() {
    for length in 1..=SECRET.len() {
        let body = format!(r#"{{"error_code":"A.1","error_msg":"no {}"#, &SECRET[..length]);
        check(body, Some("A.1"), Some("no")).await;
    }
    let body = format!(r#"{{"error_code":"A.1","error_msg":"no {SECRET} in"#);
    check(body, Some("A.1"), Some("no [redacted] in")).await;
}

#[tokio::test]
async fn badly_encoded_body_shows_no_part_of_a_secret() {
    // The secret in Latin-1.
    let body = b"{\"error_code\":\"A.1\",\"error_msg\":\"no geh\xe4im-schl\xfcssel\"}";
    let error = error_of_call("geh\u{e4}im-schl\u{fc}ssel", 403, body).await;
    assert_eq!((error.code(), error.message()), (Some("A.1"), None));
    // And as it should be.
    let body = "{\"error_msg\":\"no geh\u{e4}im-schl\u{fc}ssel\"}";
    let error = error_of_call("geh\u{e4}im-schl\u{fc}ssel", 403, body.as_bytes()).await;
    assert_eq!(error.message(), Some("no [redacted]"));
}

#[tokio::test]
async fn headers_of_an_error_are_readable_and_not_printed() {
    let server = MockServer::start().await;
    let response = ResponseTemplate::new(429)
        .insert_header("X-RateLimit-Limit", "quota-of-100")
        .insert_header("Retry-After", "3600");
    Mock::given(any()).respond_with(response).mount(&server).await;
    let client = Client::for_loopback(&server.uri(), PROJECT).expect("a loopback address");
    let error = client.show_apig_app("a").await.expect_err("an error");
    let headers = error.headers().expect("headers of the response");
    assert_eq!(headers.get("x-ratelimit-limit"), Some("quota-of-100"));
    assert_eq!(
        error.to_string(),
        "ShowApigApp: 429 Too Many Requests, without a message (attempt 1, retry after 3600 s)"
    );
    assert!(prints::of_error(&error).iter().all(|print| !print.contains("quota-of-100")));
}
