//! Responses that deviate from JSON or from their schema are read as far as they are unambiguous.

use modelarts_app_auth::operations::ListApigAppsOutput;
use modelarts_app_auth::types::{ApigAppDetailInfo, CreateApigAppRequest};
use modelarts_app_auth::{Client, Error, ErrorKind, Response};
use serde_json::{Value, json};
use wiremock::matchers::any;
use wiremock::{Mock, MockServer, ResponseTemplate};

use crate::harness::check::{document, text};
use crate::harness::server::PROJECT;

async fn serve(body: impl AsRef<[u8]>) -> (MockServer, Client) {
    let server = MockServer::start().await;
    let response = ResponseTemplate::new(200).set_body_raw(body.as_ref(), "application/json");
    Mock::given(any()).respond_with(response).mount(&server).await;
    let client = Client::for_loopback(&server.uri(), PROJECT).expect("a loopback address");
    (server, client)
}

async fn list(body: impl AsRef<[u8]>) -> Result<Response<ListApigAppsOutput>, Error> {
    let (_server, client) = serve(body).await;
    client.list_apig_apps().await
}

/// The properties of an app that are numbers of this format.
fn properties(format: &str) -> Vec<String> {
    let document = document();
    let app = document.at("/components/schemas/ApigAppDetailInfo/properties");
    let all = app.into_iter().flat_map(spec::Node::entries);
    let found = all.filter(|property| text(property.value, "format") == format);
    found.map(|property| property.key.to_owned()).collect()
}

/// A member of an app by its documented name.
fn member(app: &ApigAppDetailInfo, name: &str) -> Value {
    serde_json::to_value(app).expect("JSON").get(name).cloned().unwrap_or_default()
}

/// Lists against this body, and compares the id and remark of the first app.
async fn check(body: impl AsRef<[u8]>, remark: &str) {
    let body = body.as_ref();
    let shown = String::from_utf8_lossy(body);
    let list = list(body).await.unwrap_or_else(|error| panic!("{shown}: {error}"));
    let app = &list.apps.as_ref().expect("a list")[0];
    assert_eq!(app.app_id.as_ref().map(AsRef::as_ref), Some("a"), "{shown}");
    assert_eq!(app.app_remark.as_deref(), Some(remark), "{shown}");
}

#[tokio::test]
async fn number_is_read_in_every_notation() {
    for (number, count) in [
        ("7", Some(7)),
        ("\"7\"", Some(7)),
        ("\" 7 \"", Some(7)),
        ("7.0", Some(7)),
        ("\"7.00\"", Some(7)),
        ("0.0", Some(0)),
        ("-0.0", Some(0)),
        ("7e0", Some(7)),
        ("1e3", Some(1000)),
        ("1.5E+1", Some(15)),
        ("70e-1", Some(7)),
        ("-3.0", Some(-3)),
        ("2147483647.0", Some(i32::MAX)),
        // What the type cannot hold is left out, and not made up.
        ("2147483648", None),
        ("-2147483649", None),
        ("\"5000000000\"", None),
        ("1e99", None),
        ("1e999999999999999999999", None),
        ("123456789012345678901234567890123456789012345", None),
        ("7.5", None),
        ("\"\"", None),
        ("null", None),
    ] {
        let inner: String =
            properties("int32").iter().map(|name| format!(r#","{name}":{number}"#)).collect();
        let body = format!(
            r#"{{"apps":[{{"app_id":"a"{inner},"app_remark":"r"}}],"count":{number},"total_count":3}}"#
        );
        let list = list(&body).await.unwrap_or_else(|error| panic!("{body}: {error}"));
        let app = &list.apps.as_ref().expect("a list")[0];
        assert_eq!((list.count, list.total_count), (count, Some(3)), "{body}");
        for name in properties("int32") {
            assert_eq!(member(app, &name), json!(count), "{name} of {body}");
        }
        assert_eq!(app.app_remark.as_deref(), Some("r"), "{body}");
    }
}

#[tokio::test]
async fn long_number_keeps_all_its_digits() {
    for name in properties("int64") {
        for (written, number) in
            [("\"9007199254740993\"", 9_007_199_254_740_993), ("9223372036854775807.0", i64::MAX)]
        {
            let list = list(format!(r#"{{"apps":[{{"{name}":{written}}}]}}"#)).await;
            let list = list.expect("a list");
            let app = &list.apps.as_ref().expect("a list")[0];
            assert_eq!(member(app, &name), json!(number), "{name}");
        }
    }
}

#[tokio::test]
async fn number_is_read_as_string_and_string_as_boolean() {
    check(r#"{"apps":[{"app_id":"a","app_remark":12}]}"#, "12").await;
    check(r#"{"apps":[{"app_id":"a","app_remark":1.10}]}"#, "1.10").await;
    check(r#"{"apps":[{"app_id":"a","app_remark":true}]}"#, "true").await;
    let (_server, client) = serve(r#"{"exists":"false"}"#).await;
    assert_eq!(client.apig_app_exists("a").await.expect("a response").exists, Some(false));
}

#[tokio::test]
async fn duplicate_key_does_not_lose_the_response() {
    check(r#"{"count":1,"count":2,"apps":[{"app_id":"a","app_remark":"r"}]}"#, "r").await;
    check(r#"{"apps":[{"app_id":"a","app_remark":"q","app_remark":"r"}]}"#, "r").await;
    check(r#"{"apps":[{"app_id":"a","app_remark":"r"}],"apps":null}"#, "r").await;
    check(r#"{"apps":null,"apps":[{"app_id":"a","app_remark":"r"}]}"#, "r").await;
}

#[tokio::test]
async fn text_that_is_not_unicode_does_not_lose_the_response() {
    let app = |remark: &str| format!(r#"{{"apps":[{{"app_id":"a","app_remark":"{remark}"}}]}}"#);
    check(app(r"x\ud800y"), "x\u{fffd}y").await;
    check(app(r"\udc00"), "\u{fffd}").await;
    check(app(r"\ud83d\ud83d\ude00"), "\u{fffd}\u{1f600}").await;
    check(app(r"\\ud800"), "\\ud800").await;
    check(app(r#"\"\ud800"#), "\"\u{fffd}").await;
    check(b"{\"apps\":[{\"app_id\":\"a\",\"app_remark\":\"\xff\"}]}", "\u{fffd}").await;
    check(app("x\ny\u{1}"), "x\ny\u{1}").await;
    check(app("x\0y"), "x\0y").await;
    check(app(r"x\u0000y"), "x\0y").await;
}

#[tokio::test]
async fn padding_around_the_body_is_ignored() {
    let app = r#"{"apps":[{"app_id":"a","app_remark":"r"}]}"#;
    check(format!("\u{feff}{app}"), "r").await;
    check(format!(" \r\n{app}\n\n"), "r").await;
    check(format!("{app}\0\0\0"), "r").await;
    check(format!("\u{feff}\u{feff} {app} \0"), "r").await;
    let server = MockServer::start().await;
    let text = ResponseTemplate::new(200).set_body_raw(format!("\u{feff}{app}"), "text/plain");
    Mock::given(any()).respond_with(text).mount(&server).await;
    let client = Client::for_loopback(&server.uri(), PROJECT).expect("a loopback address");
    client.list_apig_apps().await.expect("JSON, whatever it is called");
}

#[tokio::test]
async fn ambiguous_body_is_an_error() {
    let deep = format!(r#"{{"apps":{}}}"#, "[".repeat(100_000));
    for body in [
        r#"{"apps":[{"app_id":"a"}]}{"apps":[]}"#,
        r#"{"apps":[{"app_id":"a"}]} x"#,
        r#"{"apps":[{"app_id":"a"}]"#,
        r#"{"apps":{"app_id":"a"}}"#,
        r#"{"apps":[{"app_id":{}}]}"#,
        r#"{"count":"seven"}"#,
        r#"{"count":"0x7"}"#,
        r#"{"count":true}"#,
        r#"{"count":[1]}"#,
        r#"{"apps":[],"count":NaN}"#,
        r#"{"apps":[],"count":07}"#,
        r#"{"apps":"\x"}"#,
        "{'apps':[]}",
        "seven",
        &deep,
    ] {
        let error = list(body).await.map(drop).expect_err(body);
        assert_eq!(error.kind(), ErrorKind::Undecodable, "{body:.80} {error}");
    }
}

/// Resets a secret against this app; returns the secret that the caller gets.
async fn reset(app: &str) -> Result<String, Error> {
    let (_server, client) = serve(format!(r#"{{"app":{app},"x":"\ud800"}}"#)).await;
    let made = client.reset_apig_app_secret("a", CreateApigAppRequest::new("a")).await?;
    Ok(made.app_secret().expose().to_owned())
}

#[tokio::test]
async fn ambiguous_secret_is_an_error() {
    assert_eq!(reset(r#"{"app_secret":"s1"}"#).await.expect("a secret"), "s1");
    assert_eq!(reset(r#"{"app_secret":"s1","app_secret":"s1"}"#).await.expect("a secret"), "s1");
    assert_eq!(reset(r#"{"count":1,"count":2,"app_secret":"s1"}"#).await.expect("a secret"), "s1");
    for app in [
        r#"{"app_secret":"s1","app_secret":"s2"}"#,
        r#"{"app_secret":"s1"},"app":{"app_secret":"s2"}"#,
        r#"{"app_secret":"s\ud800"}"#,
        r#"{"app_secret":12345}"#,
    ] {
        let error = reset(app).await.expect_err(app);
        assert_eq!(error.kind(), ErrorKind::Undecodable, "{app} {error}");
        assert!(!error.to_string().contains("s1"), "{error}");
    }
}
