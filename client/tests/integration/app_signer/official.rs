//! The official signer of the service, and random requests for it and for ours.

use std::io::Write;
use std::process::{Command, Stdio};

use fastrand::Rng;
use modelarts_app_auth::AppSigner;
use serde_json::{Value, json};

/// Reads requests from standard input and writes what the official signer makes of them.
const SIGN: &str = r#"
import json, sys
from urllib.parse import parse_qsl, urlsplit
from huaweicloudsdkcore.auth.credentials import BasicCredentials
from huaweicloudsdkcore.sdk_request import SdkRequest
from huaweicloudsdkcore.signer.signer import Signer

signed = []
for request in json.load(sys.stdin):
    url = urlsplit(request["url"])
    credentials = BasicCredentials(request["key"], request["secret"], "project")
    sdk = SdkRequest(
        method=request["method"], schema=url.scheme, host=url.netloc, resource_path=url.path,
        query_params=parse_qsl(url.query, keep_blank_values=True),
        header_params=dict(request["headers"]), body=bytes(request["body"]))
    Signer(credentials).sign(sdk)
    signed.append({"uri": sdk.uri, "headers": sdk.header_params})
json.dump(signed, sys.stdout)
"#;

#[test]
#[ignore = "needs Python with the package huaweicloudsdkcore"]
fn random_requests_are_signed_as_the_official_signer_does() {
    let mut rng = Rng::with_seed(20_191_115);
    let requests: Vec<Value> = (0..5_000).map(|_| random(&mut rng)).collect();
    let mut python = Command::new("python3")
        .args(["-c", SIGN])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("python3");
    let input = serde_json::to_vec(&requests).expect("JSON");
    python.stdin.take().expect("a pipe").write_all(&input).expect("python3 reads its input");
    let output = python.wait_with_output().expect("python3 ends");
    assert!(output.status.success(), "python3 needs the package huaweicloudsdkcore");
    let official: Vec<Value> = serde_json::from_slice(&output.stdout).expect("JSON");
    for (request, official) in requests.iter().zip(&official) {
        check(request, official);
    }
    println!("{} requests, 0 differences", official.len());
}

/// Signs a request, and compares the request line and all headers with the official ones.
#[track_caller]
pub fn check(request: &Value, official: &Value) {
    let text = |key: &str| request[key].as_str().expect("a text");
    let signer = AppSigner::new(text("key"), text("secret")).expect("a signer");
    let mut unsigned = http::Request::builder().method(text("method")).uri(text("url"));
    for (name, value) in request["headers"].as_object().expect("headers") {
        // The stage is a default of ours.
        if name != "x-stage" {
            unsigned = unsigned.header(name, value.as_str().expect("a value"));
        }
    }
    let body: Vec<u8> = serde_json::from_value(request["body"].clone()).expect("bytes");
    let signed = signer.sign(unsigned.body(body).expect("a request")).expect("it is signed");
    let target = signed.uri().path_and_query().expect("a path").as_str();
    assert_eq!(target, official["uri"], "{request}");
    for (name, value) in official["headers"].as_object().expect("headers") {
        // HTTP clients write the host of the URI.
        if name != "Host" {
            let found = signed.headers().get(name).map(|value| value.to_str().expect("ASCII"));
            assert_eq!(found, value.as_str(), "{name} of {request}");
        }
    }
}

/// A request to a deployed service: any path below it, query, media type, body and further headers.
fn random(rng: &mut Rng) -> Value {
    let mut url = "https://0123456789abcdef.apig.cn-north-4.huaweicloudapis.com".to_owned();
    url += ["", ":8443"][rng.usize(0..2)];
    url += "/v1/infers/";
    url += ["%7Bid%7D", "a%2Fb", "%E6%B5%8B", "~.-_", "a//b/", "a%20b"][rng.usize(0..6)];
    let pairs = (0..rng.usize(0..5)).map(|_| {
        let names = ["a", "A", "b", "%E6%B5%8B", "a%5B%5D", ""];
        let values = ["", "=", "1", "%26", "+", "%20", "a,b", "*~'", "%F0%9F%94%91"];
        format!("{}={}", names[rng.usize(0..6)], values[rng.usize(0..9)])
    });
    let query: Vec<String> = pairs.collect();
    if !query.is_empty() {
        url += &format!("?{}", query.join("&"));
    }
    let mut headers = json!({ "X-Sdk-Date": "20240102T030405Z", "x-stage": "RELEASE" });
    let media_types = [
        "application/json",
        "application/json;charset=utf8",
        "application/bson",
        "text/plain",
        "multipart/form-data; boundary=x",
        "application/octet-stream",
    ];
    for (name, value) in [
        ("Content-Type", media_types[rng.usize(0..6)]),
        ("X-Sdk-Content-Sha256", "UNSIGNED-PAYLOAD"),
        ("Accept", "*/*"),
        ("Custom-Header", "a  b"),
        ("under_score", "not signed"),
        ("User-Agent", "test/1.0 (it)"),
    ] {
        if rng.bool() {
            headers[name] = value.into();
        }
    }
    let body: Vec<u8> = (0..rng.usize(0..40)).map(|_| rng.u8(..)).collect();
    let (key, secret) = (format!("{:032x}", rng.u128(..)), format!("{:032x}", rng.u128(..)));
    let method = rng.choice(["GET", "POST", "PUT", "DELETE", "PATCH", "HEAD"]).expect("a method");
    json!({ "key": key, "secret": secret, "method": method, "url": url, "headers": headers, "body": body })
}
