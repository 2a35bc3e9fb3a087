//! A signature must fit the request as it arrives.

use std::time::UNIX_EPOCH;

use reqwest::Method;
use reqwest::header::CONTENT_TYPE;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpListener;

use super::*;

/// Sends `request` to a server on this machine and gives it back as it arrived: head and body.
async fn arrived(listener: TcpListener, request: Request) -> (String, String) {
    let serve = async {
        let (mut stream, _) = listener.accept().await.unwrap();
        let mut text = String::new();
        while !text.ends_with("END") {
            let mut bytes = vec![0; 64 * 1024];
            let length = stream.read(&mut bytes).await.unwrap();
            text += str::from_utf8(&bytes[..length]).unwrap();
        }
        stream.write_all(b"HTTP/1.1 204 No Content\r\n\r\n").await.unwrap();
        text
    };
    let (text, response) = tokio::join!(serve, reqwest::Client::new().execute(request));
    response.unwrap();
    let (head, body) = text.split_once("\r\n\r\n").unwrap();
    (head.to_owned(), body.to_owned())
}

/// Signs what arrives once more, as a server does that believes nothing but the wire.
async fn check(url: &str, security_token: Option<&str>, signed_names: &str) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let mut request = Request::new(Method::PUT, Url::parse(url).unwrap());
    request.url_mut().set_port(Some(listener.local_addr().unwrap().port())).unwrap();
    let json = HeaderValue::from_static("application/json");
    request.headers_mut().insert(CONTENT_TYPE, json);
    *request.body_mut() = Some("{\"ü\": 1} END".into());
    let security_token = security_token.map(Secret::from);
    let key = AccessKey { id: "ak".into(), secret: "sk".into(), security_token };
    sign(&mut request, &key, Some("project"), UNIX_EPOCH).unwrap();
    let (head, body) = arrived(listener, request).await;

    let (line, headers) = head.split_once("\r\n").unwrap();
    let [method, target, _] = line.split(' ').collect::<Vec<_>>()[..] else { panic!("{line}") };
    let (path, query) = target.split_once('?').unwrap_or((target, ""));
    let headers: Vec<_> = headers.lines().map(|line| line.split_once(": ").unwrap()).collect();
    let value = |name| headers.iter().find(|(known, _)| *known == name).unwrap().1;
    let signed = signed_names.split(';').filter(|name| *name != DATE_HEADER);
    let signed: Vec<_> = signed.map(|name| (name, value(name))).collect();
    let request = signing::Request { method, path, query, headers: &signed, body: body.as_bytes() };
    let expected = signing::sign(&request, "ak", "sk", "19700101T000000Z");
    assert_eq!(value("authorization"), expected, "{head}");
    assert!(expected.contains(&format!("SignedHeaders={signed_names},")), "{expected}");
}

#[tokio::test]
async fn a_signature_fits_what_arrives() {
    let names = "content-type;host;x-project-id;x-sdk-date";
    check("http://127.0.0.1/v1/p/apps/a", None, names).await;
    check("http://127.0.0.1", None, names).await;
    check("http://127.0.0.1/a?", None, names).await;
    let query = "b=2&a=x+y%2Bz&a=%C3%BC&%61=~&c&d=%2F:@";
    check(&format!("http://localhost/%E6%B5%8B/a%2Fb%20c?{query}"), None, names).await;
    check("http://127.0.0.1/a", Some("token"), &format!("{names};x-security-token")).await;
}

#[test]
fn separator_of_a_list_is_sent_as_it_is_and_signed_encoded() {
    let key = AccessKey { id: "ak".into(), secret: "sk".into(), security_token: None };
    let signed = |query: &str| {
        let url = Url::parse(&format!("http://a/?{query}")).unwrap();
        let mut request = Request::new(Method::GET, url);
        sign(&mut request, &key, None, UNIX_EPOCH).unwrap();
        let authorization = request.headers()[AUTHORIZATION].clone();
        (request.url().query().unwrap_or_default().to_owned(), authorization)
    };
    let (sent, authorization) = signed("list=a%2Cb,c&at=1");
    assert_eq!(sent, "list=a%2Cb,c&at=1");
    assert_eq!(authorization, signed("at=1&list=a%2Cb%2Cc").1);
}
