//! Requests as progenitor builds them, and as they are sent.

use reqwest::Url;

use super::*;

fn request(method: Method, url: &str, body: Option<&'static str>) -> Request {
    let mut request = Request::new(method, Url::parse(url).unwrap());
    *request.body_mut() = body.map(Body::from);
    request.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static("text/plain"));
    request
}

/// Returns the body and the headers for it.
fn sent(method: Method, body: Option<&'static str>, has_no_body: bool) -> String {
    let mut request = request(method, "http://a/", body);
    complete(&mut request, has_no_body);
    let body = request.body().and_then(Body::as_bytes).map(String::from_utf8_lossy);
    let headers = [CONTENT_TYPE, CONTENT_LENGTH].map(|name| request.headers().get(name).cloned());
    format!("{body:?} {headers:?}")
}

#[test]
fn only_an_absent_body_is_removed() {
    let [with_type, with_length] = [r#"[Some("text/plain"), None]"#, r#"[None, Some("0")]"#];
    for method in [Method::POST, Method::PUT, Method::PATCH] {
        let body = format!("Some(\"null\") {with_type}");
        assert_eq!(sent(method.clone(), Some("null"), false), body);
        assert_eq!(sent(method.clone(), Some("null"), true), format!("None {with_length}"));
        let both = r#"[Some("text/plain"), Some("0")]"#;
        assert_eq!(sent(method, Some(""), false), format!("Some(\"\") {both}"));
    }
    for method in [Method::GET, Method::DELETE, Method::HEAD] {
        assert_eq!(sent(method, Some("null"), true), "None [None, None]");
    }
}

#[test]
fn only_a_documented_api_version_is_sent() {
    for (values, expected) in [(&["0.1.0"][..], None), (&["0.1.0", "2"], Some("2")), (&[], None)] {
        let mut request = request(Method::GET, "http://a/", None);
        for value in values {
            request.headers_mut().append(&API_VERSION, HeaderValue::from_static(value));
        }
        complete(&mut request, false);
        let sent: Vec<_> = request.headers().get_all(&API_VERSION).iter().collect();
        assert_eq!(sent, expected.into_iter().collect::<Vec<_>>());
    }
}

#[test]
fn url_is_encoded_as_rfc_6570_says() {
    for (built, expected) in [
        ("http://a/x%013Ay:z", "http://a/x%3Ay:z"),
        ("http://a/a%012Cb,c?", "http://a/a%2Cb,c"),
        ("http://a/?q=a+b%2Bc&a+b=%2B", "http://a/?q=a%20b%2Bc&a%20b=%2B"),
        ("http://a/?q=%01a%252C&b=%2C", "http://a/?q=%01a%252C&b=%2C"),
        ("http://a/?%01a+b=a%252Cb%2Cc%2520d&q=%252C", "http://a/?a%20b=a%2Cb,c%20d&q=%252C"),
    ] {
        let mut request = request(Method::GET, built, None);
        complete(&mut request, false);
        assert_eq!(request.url().as_str(), expected);
    }
}
