//! The headers of an error response.

use modelarts_app_auth::Error;

use super::server::{Respond, client, start};

/// Makes a call against a server that sends this.
async fn error_of(response: String) -> Error {
    let actions = vec![Respond(response.leak())].leak();
    let server = start(actions).await;
    client(&server.url).show_apig_app("a").await.expect_err("a refusal")
}

#[tokio::test]
async fn long_retry_after_is_read() {
    for (after, seconds) in [
        ("99999999999999999999999", u64::MAX),
        ("18446744073709551616", u64::MAX),
        ("3600", 3600),
        ("3599.5", 3600),
        (" 3600 ", 3600),
    ] {
        let head =
            format!("HTTP/1.1 503 Away\r\nRetry-After: {after}\r\nContent-Length: 0\r\n\r\n");
        let error = error_of(head).await;
        assert_eq!(error.attempts(), 1, "the wait outlasts the call");
        let wait = error.retry_after().expect("a wait");
        assert_eq!(wait.as_secs_f64().ceil() as u64, seconds, "{after}");
        assert!(error.to_string().ends_with(&format!(", retry after {seconds} s)")), "{error}");
    }
}

#[tokio::test]
async fn invalid_retry_after_is_ignored() {
    for after in ["-1", "soon", "", "1e3s", "0x10", "12, 13"] {
        let head = format!("HTTP/1.1 403 No\r\nRetry-After: {after}\r\nContent-Length: 0\r\n\r\n");
        let error = error_of(head).await;
        assert_eq!(error.retry_after(), None, "{after}");
        assert!(error.to_string().ends_with("(attempt 1)"), "{error}");
    }
}

#[tokio::test]
async fn empty_request_id_hides_no_other() {
    const BODY: &str = "Content-Length: 19\r\n\r\n{\"request_id\":\"r1\"}";
    for (headers, id) in [
        ("X-Request-Id: \r\n", "r1"),
        ("X-Request-Id:\t\r\n", "r1"),
        ("X-Request-Id: \r\nX-IAM-Trace-Id: t1\r\n", "t1"),
        ("X-Request-Id: \u{e9}\r\n", "r1"),
        ("X-Request-Id: h1\r\n", "h1"),
    ] {
        let head = format!("HTTP/1.1 403 No\r\n{headers}{BODY}");
        let error = error_of(head).await;
        assert_eq!(error.request_id(), Some(id), "{headers:?}");
    }
}
