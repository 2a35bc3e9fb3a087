//! A setting that is missing or wrong is named before anything is sent.

use modelarts_app_auth::{Client, ClientBuilder, Environment, ErrorKind};

fn builder() -> ClientBuilder {
    Client::builder().region("cn-north-4").project_id("p").token("token")
}

/// Builds, and compares what is said to be wrong; the canary stands for what must not be shown.
#[track_caller]
fn check(builder: ClientBuilder, wrong: &str) {
    let error = builder.clone().build().expect_err(wrong);
    assert_eq!(error.kind(), ErrorKind::Configuration);
    assert!(!error.was_sent());
    assert!(error.to_string().contains(wrong), "{error}");
    assert!(!format!("{error} {error:?} {builder:?}").contains("CANARY"), "{error}");
}

#[test]
fn what_is_needed_is_asked_for() {
    check(Client::builder().token("t"), "region is missing");
    check(Client::builder().region("cn-north-4"), "credentials are missing");
    let nothing = Environment::from_fn(|_| None);
    check(Client::builder().environment(nothing), "MODELARTS_REGION");
}

#[test]
fn a_region_cannot_lead_to_another_host() {
    for region in ["", "evil.example/", "x@evil.example", "cn north", "CN-NORTH-4", "a.b", "ä"] {
        check(builder().region(region), "region: must consist of");
    }
}

#[test]
fn an_endpoint_is_https_and_only_an_endpoint() {
    for (url, wrong) in [
        ("", "must be a URL"),
        ("modelarts.example", "must be a URL"),
        ("https://", "must be a URL"),
        ("ftp://modelarts.example", "must be https"),
        ("http://modelarts.example", "must be https"),
        ("http://127.0.0.1:1", "allow_http_loopback"),
        ("https://user:CANARY@modelarts.example", "user name or a password"),
        ("https://modelarts.example?key=CANARY", "query or a fragment"),
        ("https://modelarts.example#CANARY", "query or a fragment"),
    ] {
        check(builder().endpoint(url), wrong);
        check(builder().iam_endpoint(url), wrong);
    }
    check(builder().allow_http_loopback().endpoint("http://127.0.0.1.example"), "must be https");
}

#[test]
fn other_settings_are_checked_too() {
    for id in ["", "..", "a/b"] {
        check(builder().project_id(id), "project id: must not");
    }
    check(builder().application("in\nventory"), "application: must be printable ASCII");
}

#[test]
fn what_is_right_builds() {
    builder().build().expect("a region");
    builder().region("xx-unheard-of-1").build().expect("a region that is not listed");
    for url in
        ["http://127.0.0.1:1", "http://localhost", "http://[::1]:80/", "https://a.example/x/"]
    {
        let builder = Client::builder().endpoint(url).allow_http_loopback().token("token");
        builder.build().expect(url);
    }
}
