//! Calls of a client that was generated from `document.yaml`, against a server that sends bytes.

use modelarts_app_auth::{Client, Error, Response};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpListener;

/// Starts a server that responds to one request; returns its client, and the head of the request.
async fn server(
    status: &str,
    head: &str,
    body: &[u8],
) -> (Client, tokio::task::JoinHandle<String>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
    let url = format!("http://{}", listener.local_addr().expect("an address"));
    let mut response = format!("HTTP/1.1 {status} Status\r\nConnection: close\r\n").into_bytes();
    if !head.contains("Content-Length") && !head.contains("unframed") {
        response.extend(format!("Content-Length: {}\r\n", body.len()).into_bytes());
    }
    response.extend([head.replace("unframed", "").as_bytes(), b"\r\n", body].concat());
    let request = tokio::spawn(async move {
        let (mut stream, _) = listener.accept().await.expect("a connection");
        let (mut request, mut part) = (Vec::new(), [0; 4096]);
        while !request.windows(4).any(|end| end == b"\r\n\r\n") {
            let read = stream.read(&mut part).await.expect("a request");
            request.extend_from_slice(&part[..read]);
        }
        stream.write_all(&response).await.expect("a response");
        String::from_utf8_lossy(&request).into_owned()
    });
    (Client::for_loopback(&url, "p").expect("a client"), request)
}

/// Makes a call against a server that sends this. `head` is lines of headers.
macro_rules! call {
    ($method:ident, $status:literal, $head:expr, $body:expr) => {{
        let (client, request) = server($status, $head, $body.as_ref()).await;
        let result = client.$method().send().await;
        (result, request.await.expect("a request").to_lowercase())
    }};
}

const JSON: &str = "Content-Type: application/json\r\n";
const HTML: &str = "Content-Type: text/html\r\n";

/// The name of a thing, `-` for none.
fn name(result: Result<Response<Option<modelarts_app_auth::types::Thing>>, Error>) -> String {
    match result {
        Ok(response) => match response.into_body() {
            Some(thing) => thing.name.unwrap_or_default(),
            None => "-".to_owned(),
        },
        Err(error) => error.to_string(),
    }
}

#[tokio::test]
async fn empty_success_beside_one_with_a_body_is_none() {
    for (status, head, body, expected) in [
        ("200", JSON, r#"{"name":"n"}"#, "n"),
        ("204", "", "", "-"),
        ("202", JSON, "", "-"),
        ("202", "unframed", "", "-"),
        ("202", HTML, "<p>accepted", "-"),
        ("202", JSON, r#"{"name":"n"}"#, "n"),
        ("201", "", "", "-"),
        ("200", JSON, "null", "-"),
        (
            "200",
            JSON,
            "{",
            "PutOptional: 200 the response ends too early (line 1, column 1) (attempt 1)",
        ),
        ("200", HTML, "<p>", "PutOptional: 200 the response is not JSON (attempt 1)"),
        ("201", HTML, "<p>", "PutOptional: 201 the response is not JSON (attempt 1)"),
    ] {
        let (client, _) = server(status, head, body.as_bytes()).await;
        assert_eq!(name(client.put_optional().send().await), expected, "{status} {head} {body}");
    }
    for (status, head, body, expected) in [
        ("200", HTML, "<p>", "PutOptionalRange: 200 the response is not JSON (attempt 1)"),
        ("207", HTML, "<p>", "-"),
        ("207", JSON, r#"{"name":"n"}"#, "n"),
    ] {
        let (client, _) = server(status, head, body.as_bytes()).await;
        let found = name(client.put_optional_range().send().await);
        assert_eq!(found, expected, "{status} {head} {body}");
    }
}

#[tokio::test]
async fn documented_empty_success_may_have_any_body() {
    for (head, body) in [("", ""), (HTML, "<p>"), (JSON, "{}"), (JSON, "{"), ("", "\u{0}")] {
        let (result, request) = call!(delete_empty, "200", head, body);
        result.unwrap_or_else(|error| panic!("{head} {body}: {error}"));
        assert!(request.contains("\r\naccept: */*\r\n"), "{request}");
    }
    let (result, _) = call!(delete_empty, "200", JSON, r#"{"error_code":"A.1","error_msg":"m"}"#);
    assert_eq!(result.expect_err("an error").code(), Some("A.1"));
    let (result, _) = call!(delete_empty, "201", HTML, "<p>");
    let error = result.expect_err("the page of a proxy").to_string();
    assert!(error.contains("is not JSON"), "{error}");
}

#[tokio::test]
async fn accept_has_the_documented_types() {
    let (result, request) =
        call!(get_list, "200", "Content-Type: application/vnd.api+json\r\n", "[1, 2]");
    assert_eq!(*result.expect("a list"), [1, 2]);
    let accept = "\r\naccept: application/vnd.api+json, application/json\r\n";
    assert!(request.contains(accept), "{request}");
}
