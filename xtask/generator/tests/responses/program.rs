//! Calls of a client that was generated from `document.yaml`, against a server that sends bytes.

use std::ops::Deref;
use std::time::{Duration, SystemTime};

use modelarts_app_auth::{CallOptions, Client, Error, ErrorKind, Response, operations, types};
use serde_json::json;
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
        while !is_whole(&request) {
            let read = stream.read(&mut part).await.expect("a request");
            request.extend_from_slice(&part[..read]);
        }
        stream.write_all(&response).await.expect("a response");
        String::from_utf8_lossy(&request).into_owned()
    });
    let client = Client::builder().endpoint(&url).allow_http_loopback().project_id("p");
    let client = client.token("t").max_response_size(LARGEST).build();
    (client.expect("a client"), request)
}

/// Whether a request has its head and its body.
fn is_whole(request: &[u8]) -> bool {
    let request = String::from_utf8_lossy(request).to_lowercase();
    let Some((head, body)) = request.split_once("\r\n\r\n") else { return false };
    let length = head.split_once("\r\ncontent-length: ").map_or("0", |(_, rest)| rest);
    let length = length.lines().next().and_then(|length| length.parse().ok());
    body.len() >= length.unwrap_or(0)
}

/// Makes a call against a server that sends this. `head` is lines of headers.
macro_rules! call {
    ($method:ident, $status:literal, $head:expr, $body:expr) => {{
        let (client, request) = server($status, $head, $body.as_ref()).await;
        let result = client.$method().options(CallOptions::new().max_attempts(1)).send().await;
        (result, request.await.expect("a request").to_lowercase())
    }};
}

/// The largest response that is read, in bytes.
const LARGEST: usize = 200_000;

const JSON: &str = "Content-Type: application/json\r\n";
const HTML: &str = "Content-Type: text/html\r\n";

/// The name of a thing, `-` for none.
fn name<T: Deref<Target = Option<types::Thing>>>(result: Result<Response<T>, Error>) -> String {
    match result {
        Ok(response) => match &**response.body() {
            Some(thing) => thing.name.clone().unwrap_or_default(),
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
    let (client, _) = server("200", HTML, &[b' '; LARGEST + 1]).await;
    client.delete_empty().send().await.expect("a success of any size");
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
    assert_eq!(**result.expect("a list"), [1, 2]);
    let accept = "\r\naccept: application/vnd.api+json, application/json\r\n";
    assert!(request.contains(accept), "{request}");
}

#[tokio::test]
async fn text_has_the_charset_of_the_response() {
    for (content_type, body, text) in [
        ("text/html", "gr\u{fc}n".as_bytes(), "gr\u{fc}n"),
        ("text/html; charset=UTF-8", "gr\u{fc}n".as_bytes(), "gr\u{fc}n"),
        ("text/html; a=b; Charset=\"ISO-8859-1\"", b"gr\xfcn \x80", "gr\u{fc}n \u{80}"),
        (
            "text/html;charset=windows-1252",
            b"gr\xfcn \x80 \x9f \x81",
            "gr\u{fc}n \u{20ac} \u{178} \u{81}",
        ),
        ("text/html;charset=utf-16le", b"a\0\xac\x20", "a\u{20ac}"),
        ("text/html;charset=utf-16", b"\0a\x20\xac", "a\u{20ac}"),
        ("text/html;charset=utf-16", b"\xff\xfea\0", "a"),
        ("text/html", b"\xef\xbb\xbfa", "a"),
        ("text/html", b"", ""),
        (
            "text/html",
            b"{\"error_code\": \"A.1\", \"error_msg\": \"m\"}",
            "{\"error_code\": \"A.1\", \"error_msg\": \"m\"}",
        ),
    ] {
        let head = format!("Content-Type: {content_type}\r\n");
        let (result, request) = call!(get_html, "200", &head, body);
        let response = result.unwrap_or_else(|error| panic!("{content_type}: {error}"));
        assert_eq!(**response, text, "{content_type}");
        assert_eq!(response.media_type(), Some("text/html"));
        assert!(request.contains("\r\naccept: text/html\r\n"), "{request}");
    }
    for (content_type, body) in [
        ("text/html", &b"gr\xfcn"[..]),
        ("text/html; charset=gb2312", b"a"),
        ("text/html; charset=utf-16", b"a"),
    ] {
        let head = format!("Content-Type: {content_type}\r\n");
        let (result, _) = call!(get_html, "200", &head, body);
        let error = result.expect_err(content_type);
        assert_eq!(error.expose_body(), Some(body), "{error}");
        assert!(error.to_string().contains("charset"), "{error}");
    }
}

#[tokio::test]
async fn what_is_not_json_is_whole() {
    let (result, request) = call!(get_text, "200", "Content-Type: text/csv\r\n", "a,b\r\n");
    let response = result.expect("a text");
    assert_eq!(response.body().as_deref(), Some("a,b\r\n"));
    assert_eq!(response.media_type(), Some("text/csv"));
    assert!(request.contains("\r\naccept: application/yaml, text/csv\r\n"), "{request}");
    let (result, _) = call!(get_text, "204", "", "");
    let response = result.expect("no text");
    assert_eq!((&**response, response.media_type()), (&None, None));

    let png = [&b"\x89PNG\r\n\x1a\n\0"[..], &[0xff; 100_000]].concat();
    let (result, request) = call!(get_image, "200", "Content-Type: image/PNG ; q=1\r\n", &png);
    let response = result.expect("an image");
    assert_eq!(**response, png);
    assert_eq!(response.media_type(), Some("image/PNG"));
    assert!(request.contains("\r\naccept: image/png, text/plain\r\n"), "{request}");
    let (result, _) = call!(get_image, "200", "", &[0; LARGEST + 1]);
    let error = result.expect_err("a large image").to_string();
    assert!(error.contains("larger than 200000 bytes"), "{error}");
    let (result, _) = call!(get_image, "200", "Content-Length: 9\r\n", b"\x89PNG");
    let error = result.expect_err("a truncated image").to_string();
    assert!(error.contains("broke off after 4 bytes"), "{error}");

    let (result, request) = call!(get_mixed, "203", "", b"\0\x01");
    assert_eq!(result.expect("bytes").into_body().into_inner(), Some(vec![0, 1]));
    let accept = "\r\naccept: application/json, application/octet-stream\r\n";
    assert!(request.contains(accept), "{request}");
    let (result, _) = call!(get_mixed, "200", JSON, "{\"error\": \"e\"}");
    let bytes = result.expect("bytes").into_body().into_inner();
    assert_eq!(bytes, Some(b"{\"error\": \"e\"}".to_vec()));
    let (result, _) = call!(get_mixed, "204", "", "");
    assert_eq!(result.expect("nothing").into_body().into_inner(), None);
}

/// Reads a body as a value that is sent, too, and sends it back with another name.
async fn sent_back(body: &str) -> String {
    let (client, _) = server("200", JSON, body.as_bytes()).await;
    let new = types::Shared::new(json!(5), types::SharedInner::new(1), "k", "n", ["t"]);
    let mut value = client.put_shared(new).send().await.expect(body).into_body().into_inner();
    value.name = Some("new".to_owned());
    let (client, request) = server("200", JSON, b"{}").await;
    client.put_shared(value).send().await.expect("a response");
    let request = request.await.expect("a request");
    request.split_once("\r\n\r\n").expect("a body").1.to_owned()
}

#[tokio::test]
async fn value_that_is_sent_and_received_is_never_refused() {
    for (received, sent) in [
        ("{}", r#"{"name":"new"}"#),
        (r#"{"name":null,"tags":null,"inner":null,"bare":null}"#, r#"{"name":"new"}"#),
        (r#"{"id":"i","inner":{},"more":1}"#, r#"{"id":"i","inner":{},"name":"new"}"#),
        (r#"{"tags":[],"bare":{"x":1}}"#, r#"{"bare":{"x":1},"name":"new","tags":[]}"#),
        (r#"{"tags":["a",null,"b"]}"#, r#"{"name":"new","tags":["a","b"]}"#),
        (r#"{"levels":{"a":1,"b":null}}"#, r#"{"levels":{"a":1},"name":"new"}"#),
    ] {
        assert_eq!(sent_back(received).await, sent, "{received}");
    }
    // What is only sent is as strict as its schema.
    let sent = types::Sent::new("n");
    let name: String = sent.name;
    assert_eq!(name, "n");
}

#[tokio::test]
async fn constructor_takes_what_requests_require() {
    let (client, request) = server("200", JSON, b"{}").await;
    let new = types::Shared::new(json!(5), types::SharedInner::new(1), "k", "n", ["t"]);
    client.put_shared(new).send().await.expect("a response");
    let request = request.await.expect("a request");
    let body = r#"{"bare":5,"inner":{"n":1},"key":"k","name":"n","tags":["t"]}"#;
    assert!(request.ends_with(body), "{request}");
}

#[tokio::test]
async fn documented_redirect_is_a_success_and_not_followed() {
    // The server takes one connection only, so that following would fail.
    const ELSEWHERE: &str = "Location: /elsewhere\r\n";
    let (result, _) = call!(get_moved, "302", ELSEWHERE, "");
    let response = result.expect("a redirect");
    assert_eq!((response.status(), response.headers().get("location")), (302, Some("/elsewhere")));
    assert!(response.body().is_none());
    let (result, _) = call!(get_moved, "302", ELSEWHERE, "<p>moved");
    assert!(result.expect("a redirect").body().is_none());
    let (result, _) = call!(get_moved, "307", ELSEWHERE, "");
    let error = result.expect_err("an undocumented redirect");
    assert_eq!((error.status(), error.kind()), (Some(307), ErrorKind::Service));
    for status in ["301", "399"] {
        let (client, _) = server(status, ELSEWHERE, b"<p>moved").await;
        let response = client.get_elsewhere().send().await.expect("a redirect");
        assert_eq!(**response, "<p>moved");
    }
    let problem = r#"{"title":"Out of credit","detail":"30 is missing"}"#;
    let head = "Content-Type: application/problem+json\r\n";
    let (result, _) = call!(get_elsewhere, "402", head, problem);
    assert_eq!(result.expect_err("a problem").message(), Some("Out of credit: 30 is missing"));
}

#[tokio::test]
async fn integers_hold_their_bounds() {
    let body = r#"{"both":18446744073709551615,"large":18446744073709551615,"price":1.5,"wide":5000000000}"#;
    let (result, _) = call!(get_numbers, "200", JSON, body);
    let numbers = result.expect("numbers");
    assert_eq!((numbers.large, numbers.wide), (Some(u64::MAX), Some(5_000_000_000_i64)));
    assert_eq!(serde_json::to_string(numbers.body()).expect("JSON"), body);
    let (result, _) = call!(get_largest, "200", JSON, "18446744073709551615");
    assert_eq!(**result.expect("a number"), u64::MAX);
}

/// A response with all that `GetGuaranteedOutput` guarantees.
const TREE: &str = r#"{"inner":"i","tree":{"tree":{"name":"n"}}}"#;

/// A response with all that `GetGuaranteed` guarantees.
fn guaranteed() -> serde_json::Value {
    json!({
        "id": "i", "nested": {"name": "n", "x": 1}, "other": {"name": "o"}, "list": [{"name": "l"}],
        "map": {"m": {"name": "v"}}, "any": [1], "secret": "s", "kind": "small", "flag": true,
        "count": -7, "big": u64::MAX, "status": "done", "codes": ["c"], "when": 1500, "text": "t", "b": "b",
    })
}

#[tokio::test]
async fn guaranteed_value_needs_no_option() {
    let (result, _) = call!(get_guaranteed, "203", JSON, guaranteed().to_string());
    let response: Response<operations::GetGuaranteedOutput2> = result.expect("a response");
    assert_eq!((response.id().as_str(), response.name(), response.other_name()), ("i", "n", "o"));
    assert_eq!(response.nested().extra["x"], 1);
    assert_eq!(response.list()[0].name.as_deref(), Some("l"));
    assert_eq!(response.map()["m"].name.as_deref(), Some("v"));
    assert_eq!((response.any(), response.secret().expose()), (&json!([1]), "s"));
    assert_eq!((response.kind().as_str(), response.flag(), response.count()), ("small", true, -7));
    assert_eq!(
        (response.big(), response.codes()[0].expose(), response.text()),
        (u64::MAX, "c", "t")
    );
    // The method of a response has the name of this value.
    assert_eq!((response.status(), response.status_value()), (203, "done"));
    assert_eq!(response.when().0, 1500);
    // Nothing is taken out of the body.
    assert_eq!(response.nested.as_ref().and_then(|it| it.name.as_deref()), Some("n"));
    let body = response.into_body();
    assert_eq!(body.clone().into_name(), "n");
    assert_eq!(body.clone().into_nested().name.as_deref(), Some("n"));
    assert_eq!(body.clone().into_list().len(), 1);
    assert_eq!(body.clone().into_secret().expose(), "s");
    assert_eq!(body.clone().into_codes().len(), 1);
    assert_eq!(body.into_inner().nested.and_then(|it| it.name).as_deref(), Some("n"));
}

#[tokio::test]
async fn response_without_a_guaranteed_value_is_an_error() {
    for (name, lacking) in [
        ("id", "/id"),
        ("nested", "/nested/name"),
        ("list", "/list"),
        ("map", "/map"),
        ("any", "/any"),
        ("secret", "/secret"),
        ("kind", "/kind"),
        ("flag", "/flag"),
        ("count", "/count"),
        ("big", "/big"),
        ("status", "/status"),
        ("codes", "/codes"),
        ("when", "/when"),
        ("other", "/other/name"),
        ("b", "/a or /b"),
        ("text", "/text"),
    ] {
        for value in [None, Some(json!(null))] {
            let mut body = guaranteed();
            match value {
                Some(value) => body[name] = value,
                None => drop(body.as_object_mut().and_then(|body| body.remove(name))),
            }
            let (result, _) = call!(get_guaranteed, "200", JSON, body.to_string());
            let error = result.map(drop).expect_err(name);
            assert_eq!(error.kind(), ErrorKind::Undecodable, "{name}");
            assert!(
                error.to_string().contains(&format!("the response lacks {lacking} (")),
                "{error}"
            );
        }
    }
    let (result, _) = call!(get_guaranteed_output, "200", JSON, TREE);
    let body = result.expect("a response").into_body();
    assert_eq!((body.name(), body.clone().into_name().as_str()), ("n", "n"));
    assert_eq!((body.inner_value().as_str(), body.clone().into_inner_value().as_str()), ("i", "i"));
}

#[tokio::test]
async fn guarantee_holds_for_successes_with_a_body() {
    let (result, _) = call!(get_guaranteed_or_empty, "201", JSON, r#"{"id":"i","count":1}"#);
    let response = result.expect("a response");
    assert_eq!((response.id().map(|id| id.as_str()), response.count()), (Some("i"), Some(&1)));
    let (result, _) = call!(get_guaranteed_or_empty, "200", "", "");
    let response = result.expect("no body");
    assert_eq!(response.id(), None);
    assert_eq!(response.into_body().into_count(), None);
    let (result, _) = call!(get_guaranteed_or_empty, "201", JSON, r#"{"id":"i"}"#);
    let error = result.map(drop).expect_err("no count").to_string();
    assert!(error.contains("the response lacks /count"), "{error}");
}

#[tokio::test]
async fn integer_becomes_a_time() {
    let (result, _) = call!(get_guaranteed, "200", JSON, guaranteed().to_string());
    let response = result.expect("a response");
    let after = |millis| Some(SystemTime::UNIX_EPOCH + Duration::from_millis(millis));
    assert_eq!((response.when_time(), response.big_time()), (after(1500), None));
    for (end, time) in
        [("5", after(5000)), ("-1", Some(SystemTime::UNIX_EPOCH - Duration::from_secs(1)))]
    {
        let request: operations::RenameInput =
            operations::RenameInput::new("n").end_time("e").end(3);
        assert_eq!(request.end_time_(), after(3000));
        let (client, sent) =
            server("200", JSON, format!(r#"{{"name":"m","end":{end}}}"#).as_bytes()).await;
        let response = client.rename(request).send().await.expect("a response");
        assert_eq!((response.name(), response.end_time_()), ("m", time));
        assert!(sent.await.expect("a request").ends_with(r#"{"end":3,"end_time":"e","name":"n"}"#));
    }
}
