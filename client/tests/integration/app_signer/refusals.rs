//! What is not signed, and what is not shown.

use std::collections::BTreeMap;

use modelarts_app_auth::{AppCredentials, AppSigner, Environment, ErrorKind};
use serde_json::json;

const SECRET: &str = "d6LnOq2RaPw8Kj4EtVy0Bm";
const URL: &str = "https://example.com/v1/infers/1";

fn environment(variables: &[(&'static str, &'static str)]) -> Environment {
    let variables: BTreeMap<_, _> = variables.iter().copied().collect();
    Environment::from_fn(move |name| variables.get(name).map(|value| (*value).to_owned()))
}

fn request(url: &str) -> http::Request<&'static str> {
    http::Request::post(url).header("Content-Type", "application/json").body("{}").expect("it is")
}

/// Returns the names of the headers that authenticate a request.
fn authenticated(signer: &AppSigner) -> Vec<String> {
    let signed = signer.sign(request(URL)).expect("it is signed");
    let debug = format!("{signer:?} {signed:?}");
    assert!(!debug.contains(SECRET) && !debug.contains("Signature="), "{debug}");
    let names = signed.headers().keys().map(|name| name.to_string());
    names.filter(|name| name != "content-type").collect()
}

#[test]
fn environment_names_the_method() {
    let (key, secret, code) = (
        ("HUAWEICLOUD_APP_KEY", "key"),
        ("HUAWEICLOUD_APP_SECRET", SECRET),
        ("HUAWEICLOUD_APP_CODE", SECRET),
    );
    let signed = ["x-stage", "x-sdk-date", "authorization"];
    for (variables, headers) in [
        (&[key, secret][..], &signed[..]),
        (&[key, secret, code], &signed),
        (&[code], &["x-apig-appcode"]),
        (&[("HUAWEICLOUD_APP_KEY", " "), code], &["x-apig-appcode"]),
    ] {
        let signer = AppSigner::from_environment(&environment(variables)).expect("a signer");
        assert_eq!(authenticated(&signer), headers, "{variables:?}");
    }
}

#[test]
fn incomplete_environment_is_refused_with_its_variables() {
    for (variables, message) in [
        (
            &[][..],
            "environment: none of HUAWEICLOUD_APP_KEY, HUAWEICLOUD_APP_SECRET and HUAWEICLOUD_APP_CODE is set; set the first two, or the last one",
        ),
        (
            &[("HUAWEICLOUD_APP_KEY", "key"), ("HUAWEICLOUD_APP_CODE", SECRET)],
            "environment: HUAWEICLOUD_APP_KEY without HUAWEICLOUD_APP_SECRET; set both or none",
        ),
        (
            &[("HUAWEICLOUD_APP_SECRET", SECRET)],
            "environment: HUAWEICLOUD_APP_SECRET without HUAWEICLOUD_APP_KEY; set both or none",
        ),
        (
            &[("HUAWEICLOUD_APP_CODE", "a\u{7}b")],
            "HUAWEICLOUD_APP_CODE contains a control character",
        ),
    ] {
        let error = AppSigner::from_environment(&environment(variables)).expect_err(message);
        assert_eq!(error.kind(), ErrorKind::Credentials);
        assert!(error.to_string().contains(message), "{error}");
        assert!(!format!("{error} {error:?}").contains(SECRET), "{error:?}");
    }
}

#[test]
fn invalid_values_are_refused_without_being_shown() {
    let spaced = format!("{SECRET} ");
    for error in [
        AppSigner::new("", SECRET).expect_err("no key"),
        AppSigner::new("key", &*spaced).expect_err("white space"),
        AppSigner::new("key", "").expect_err("no secret"),
        AppSigner::with_app_code(&*spaced).expect_err("white space"),
    ] {
        assert_eq!(error.kind(), ErrorKind::Credentials);
        assert!(!format!("{error} {error:?}").contains(SECRET), "{error:?}");
    }
    let odd = AppSigner::with_app_code("ключ").expect("a code").sign(request(URL));
    assert!(odd.is_ok_and(|signed| signed.headers()["x-apig-appcode"].is_sensitive()));
}

#[test]
fn only_absolute_uris_are_signed_and_an_app_code_needs_tls() {
    let signer = AppSigner::new("key", SECRET).expect("a signer");
    let code = AppSigner::with_app_code(SECRET).expect("a signer");
    for (signer, url, message) in [
        (&signer, "/v1/infers/1", "its URI must be absolute"),
        (&code, "/v1/infers/1", "its URI must be absolute"),
        (&signer, "ftp://example.com/", "its URI must be absolute"),
        (&code, "http://example.com/", "not sent without TLS"),
    ] {
        let error = signer.sign(request(url)).expect_err(url);
        assert_eq!(error.kind(), ErrorKind::InvalidArgument);
        assert!(error.to_string().contains(message), "{error}");
    }
    for signer in [&signer, &code] {
        assert!(signer.sign(request("http://127.0.0.1:8080/v1/infers/1")).is_ok());
    }
}

#[test]
fn stage_and_date_of_the_request_are_kept() {
    let signer = AppSigner::new("key", SECRET).expect("a signer").stage("TEST");
    let signed = signer.sign(request(URL)).expect("it is signed");
    assert_eq!(signed.headers()["x-stage"], "TEST");
    let mut own = request(URL);
    own.headers_mut().insert("x-stage", "OWN".parse().expect("a value"));
    own.headers_mut().insert("x-sdk-date", "20240102T030405Z".parse().expect("a value"));
    let signed = signer.sign(own).expect("it is signed");
    assert_eq!(signed.headers()["x-stage"], "OWN");
    assert_eq!(signed.headers()["x-sdk-date"], "20240102T030405Z");
}

#[test]
fn body_that_is_not_in_memory_is_not_signed() {
    let signer = AppSigner::new("key", SECRET).expect("a signer");
    let sign = |body: Option<&[u8]>| {
        let mut parts = request(URL).into_parts().0;
        parts.headers.insert("x-sdk-date", "20240102T030405Z".parse().expect("a value"));
        signer.sign_parts(&mut parts, body).expect("it is signed");
        parts.headers
    };
    let streamed = sign(None);
    assert_eq!(streamed["x-sdk-content-sha256"], "UNSIGNED-PAYLOAD");
    assert!(!sign(Some(b"{}")).contains_key("x-sdk-content-sha256"));
    assert_ne!(streamed["authorization"], sign(Some(b"{}"))["authorization"]);
    assert_ne!(sign(Some(b"{ }"))["authorization"], sign(Some(b"{}"))["authorization"]);
}

#[test]
fn credentials_of_a_rotation_sign() {
    let credentials = |app_key: &str| -> AppCredentials {
        let mut credentials = json!({ "app_id": "1", "app_secret": SECRET });
        if !app_key.is_empty() {
            credentials["app_key"] = app_key.into();
        }
        serde_json::from_value(credentials).expect("credentials")
    };
    let signer = credentials("key").signer().expect("a signer");
    assert_eq!(authenticated(&signer), ["x-stage", "x-sdk-date", "authorization"]);
    let error = credentials("").signer().expect_err("no key");
    assert_eq!(
        error.to_string(),
        "credentials: the AppKey is missing: the service did not return it"
    );
}
