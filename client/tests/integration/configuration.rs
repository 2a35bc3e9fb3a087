//! Errors of missing and invalid settings, before anything is sent.

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
fn missing_settings_are_named() {
    check(Client::builder().token("t"), "region is missing");
    check(Client::builder().region("cn-north-4"), "credentials are missing");
    let nothing = Environment::from_fn(|_| None);
    check(Client::builder().environment(nothing), "MODELARTS_REGION");
}

#[test]
fn region_cannot_change_the_host() {
    let environment =
        Environment::from_fn(|name| (name == "MODELARTS_REGION").then(|| "CANARY".to_owned()));
    let of_environment = Client::builder().environment(environment);
    check(of_environment, "region (MODELARTS_REGION): must consist of");
    for region in ["", "evil.example/", "x@evil.example", "cn north", "CN-NORTH-4", "a.b", "ä"] {
        check(builder().region(region), "region: must consist of");
    }
}

#[test]
fn endpoint_must_be_https_without_path_query_or_user() {
    for (url, wrong) in [
        ("", "must be a URL"),
        (
            "modelarts.example",
            "must be a URL such as `https://modelarts.cn-north-4.myhuaweicloud.com`; the scheme is missing",
        ),
        ("localhost:8080", "; the scheme is missing"),
        ("127.0.0.1:8080", "; the scheme is missing"),
        ("user:CANARY@modelarts.example", "; the scheme is missing"),
        ("https://model\narts.example", "white space or control characters"),
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
    for url in [
        "http://127.0.0.1.example",
        "http://localhost.example",
        "http://mylocalhost",
        "http://128.0.0.1",
        "http://0.0.0.0",
        "http://[::ffff:128.0.0.1]",
    ] {
        check(builder().allow_http_loopback().endpoint(url), "must be https");
    }
}

#[test]
fn other_settings_are_checked_too() {
    for id in ["", "..", "a/b"] {
        check(builder().project_id(id), "project id: must not");
    }
    check(builder().application("in\nventory"), "application: must be printable ASCII");
}

#[test]
fn proxy_must_be_http_or_https() {
    for (url, wrong) in [
        ("", "proxy: must be a URL"),
        ("user:CANARY@proxy.example", "proxy: must be `http://` or `https://`"),
        ("socks5://user:CANARY@proxy.example", "proxy: must be `http://` or `https://`"),
        ("http://user:CANARY@proxy.example:99999", "proxy: must be a URL"),
        ("http://proxy.example/CANARY", "proxy: must not have a path"),
        ("http://proxy.example?CANARY", "proxy: must not have a path"),
    ] {
        check(builder().proxy(url), wrong);
    }
}

#[cfg(any(feature = "rustls", feature = "rustls-no-provider", feature = "native-tls"))]
#[test]
fn root_certificates_are_pem() {
    let wrong = "-----BEGIN CERTIFICATE-----\nQ0FOQVJZ\n-----END CERTIFICATE-----\n";
    for pem in ["", "CANARY", "-----BEGIN CERTIFICATE-----\nCANARY", wrong] {
        let loopback = Client::builder().endpoint("http://127.0.0.1:1").allow_http_loopback();
        for builder in [builder(), loopback.token("token")] {
            let error = builder.root_certificates(pem).build().expect_err(pem);
            assert_eq!(error.kind(), ErrorKind::Configuration);
            assert!(!format!("{error} {error:?}").contains("CANARY"), "{error}");
        }
    }
}

#[test]
fn valid_settings_are_accepted() {
    builder().build().expect("a region");
    builder().region("xx-unheard-of-1").build().expect("a region that is not listed");
    for url in [
        "http://127.0.0.1:1",
        "http://127.8.9.1",
        "http://localhost",
        "http://LOCALHOST.:80",
        "http://modelarts.localhost",
        "http://[::1]:80/",
        "http://[::ffff:127.0.0.1]:80/",
        "https://a.example/x/",
        " https://a.example\n",
    ] {
        let builder = Client::builder().endpoint(url).allow_http_loopback().token("token");
        builder.build().expect(url);
    }
}
