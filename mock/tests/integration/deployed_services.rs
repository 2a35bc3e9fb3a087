//! Deployed services: the calls that they accept, and the errors for all others.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering::Relaxed};
use std::time::{Duration, SystemTime};

use http::request::Builder;
use modelarts_app_auth::AppSigner;
use modelarts_app_auth::types::{ApiAppAuthRequest, Apps, CreateApiRequest, CreateApigAppRequest};
use modelarts_app_auth_mock::{Api, App, Authorization, MockModelArts};
use serde_json::{Value, json};

const SERVICE: &str = "bb149aac-5ff4-497c-bb73-acb751e20a11";

const ACCEPTED: (u16, &str) = (200, "");
const NOT_FOUND: (u16, &str) = (404, "APIG.0101");
const DENIED: (u16, &str) = (401, "APIG.0303");

/// Returns a mock server with an app and an API that it may call.
async fn start() -> MockModelArts {
    with_scene(MockModelArts::start().await.unwrap())
}

fn with_scene(mock: MockModelArts) -> MockModelArts {
    mock.edit(|state| {
        state.apps.push(App {
            app_id: "app".into(),
            app_key: "key".into(),
            app_secret: "secret".into(),
            app_codes: vec!["code".into()],
            ..App::default()
        });
        state.apis.push(Api {
            api_id: "api".into(),
            predict_url: "/apig/host/v1/infers/it".into(),
            ..Api::default()
        });
        let (api_id, app_id) = ("api".into(), "app".into());
        state.authorizations.push(Authorization { api_id, app_id, ..Authorization::default() });
    });
    mock
}

fn post(url: &str) -> Builder {
    http::Request::post(url).header("content-type", "application/json")
}

fn key() -> AppSigner {
    AppSigner::new("key", "secret").unwrap()
}

/// Sends a request; returns its status code and its body.
async fn send(request: http::Request<&'static str>) -> (u16, Value) {
    let response = reqwest::Client::new().execute(request.try_into().unwrap()).await.unwrap();
    let status = response.status().as_u16();
    (status, serde_json::from_str(&response.text().await.unwrap()).unwrap())
}

/// Signs a request and sends it; compares the status code, and the code of an error.
async fn check(signer: &AppSigner, request: Builder, expected: (u16, &str)) -> Value {
    let (status, body) = send(signer.sign(request.body("{}").unwrap()).unwrap()).await;
    let code = body["error_code"].as_str().unwrap_or_default();
    assert_eq!((status, code), expected, "{body}");
    assert_eq!(body["request_id"].as_str().map(str::len), (status != 200).then_some(32), "{body}");
    body
}

#[tokio::test]
async fn registered_api_can_be_called_at_its_address() {
    let mock = MockModelArts::start().await.unwrap();
    let client = mock.client().unwrap();
    let created = client.create_apig_app(CreateApigAppRequest::new("a")).await.unwrap();
    let app = created.app.as_ref().unwrap();
    let app_id = app.app_id.clone().unwrap();
    let signer =
        AppSigner::new(app.app_key.clone().unwrap(), app.app_secret.clone().unwrap()).unwrap();
    let new = CreateApiRequest::new().api_name("other").api_path("/model/a");
    let registered = client.create_app_auth_api(SERVICE).body(new).await.unwrap();
    let api = registered.api.as_ref().unwrap();
    let (api_id, url) = (api.api_id.clone().unwrap(), api.predict_url.clone().unwrap());
    assert_eq!(mock.service_url(api_id.as_str()), Some(url.clone()));
    assert!(url.starts_with(mock.url()) && url.ends_with("/model/a"), "{url}");

    let denied = check(&signer, post(&url), (403, "APIG.0304")).await;
    assert_eq!(denied["error_msg"], "The app is not authorized to access the API");
    let apps = ApiAppAuthRequest::new([Apps::new().app_id(app_id.clone())]);
    client.authorize_api_to_apig_apps(SERVICE, api_id.clone(), apps).await.unwrap();
    let accepted = check(&signer, post(&url), ACCEPTED).await;
    let expected = json!({ "api_id": api_id, "service_id": SERVICE, "app_id": app_id });
    assert_eq!(accepted, expected);

    client.reset_apig_app_secret(app_id, CreateApigAppRequest::new("a")).await.unwrap();
    let denied = check(&signer, post(&url), DENIED).await;
    let message = "Incorrect app authentication information: verify signature fail";
    assert_eq!(denied["error_msg"], message);
    client.delete_app_auth_api(SERVICE, api_id.clone()).await.unwrap();
    check(&signer, post(&url), NOT_FOUND).await;
    assert_eq!(mock.service_url(api_id.as_str()), None);
}

#[tokio::test]
async fn address_and_method_must_be_those_of_an_api() {
    let mock = start().await;
    let url = mock.service_url("api").unwrap();
    check(&key(), post(&format!("{url}/path/of/the%20model?a=b&a=%2F")), ACCEPTED).await;
    check(&key(), http::Request::get(&url), ACCEPTED).await;
    check(&key(), post(&format!("{url}x")), NOT_FOUND).await;
    check(&key(), post(&format!("{}/apig/other", mock.url())), NOT_FOUND).await;
    mock.edit(|state| state.apis[0].api_method = "GET".into());
    check(&key(), http::Request::get(&url), ACCEPTED).await;
    let error = check(&key(), post(&url), NOT_FOUND).await;
    let message = "API does not exist or has not been published in the environment";
    assert_eq!(error["error_msg"], message);
}

#[tokio::test]
async fn stage_must_be_release_and_is_mandatory_for_signatures() {
    let mock = start().await;
    let url = mock.service_url("api").unwrap();
    check(&key().stage("TEST"), post(&url), NOT_FOUND).await;
    let code = AppSigner::with_app_code("code").unwrap();
    check(&code, post(&url), ACCEPTED).await;
    check(&code, post(&url).header("x-stage", "RELEASE"), ACCEPTED).await;
    check(&code, post(&url).header("x-stage", "TEST"), NOT_FOUND).await;
    let mut signed = key().sign(post(&url).body("{}").unwrap()).unwrap();
    signed.headers_mut().remove("x-stage");
    assert_eq!(send(signed).await.0, 404);
}

#[tokio::test]
async fn credentials_must_be_those_of_an_app() {
    let mock = start().await;
    let url = mock.service_url("api").unwrap();
    let denied = async |signer: AppSigner, reason: &str| {
        let error = check(&signer, post(&url), DENIED).await;
        let message = format!("Incorrect app authentication information: {reason}");
        assert_eq!(error["error_msg"], message);
    };
    denied(AppSigner::new("nobody", "secret").unwrap(), "app not found, appkey nobody").await;
    denied(AppSigner::new("key", "wrong").unwrap(), "verify signature fail").await;
    let code = || AppSigner::with_app_code("code").unwrap();
    let unknown = AppSigner::with_app_code("wrong").unwrap();
    denied(unknown, "app not found with specified appCode").await;
    mock.edit(|state| state.apis[0].support_app_code = false);
    denied(code(), "the API does not support AppCodes").await;
    check(&key(), post(&url), ACCEPTED).await;

    let (status, body) = send(post(&url).body("{}").unwrap()).await;
    assert_eq!((status, &body["error_code"]), (401, &json!("APIG.0303")));
    mock.edit(|state| state.apis[0].auth_type = "NONE".into());
    let (status, body) = send(post(&url).body("{}").unwrap()).await;
    assert_eq!((status, &body["app_id"]), (200, &Value::Null));
    mock.edit(|state| state.apis[0].auth_type = "IAM".into());
    assert_eq!(send(post(&url).body("{}").unwrap()).await.0, 401);
    let with_token = post(&url).header("x-auth-token", "loopback");
    assert_eq!(send(with_token.body("{}").unwrap()).await.0, 200);
}

#[tokio::test]
async fn signature_covers_what_was_signed() {
    let mock = start().await;
    let url = mock.service_url("api").unwrap();
    let signed = || key().sign(post(&url).body("{}").unwrap()).unwrap();
    assert_eq!(send(signed()).await.0, 200);
    assert_eq!(send(signed().map(|_| "[]")).await.0, 401);
    let mut other = signed();
    *other.uri_mut() = format!("{url}/other").parse().unwrap();
    assert_eq!(send(other).await.0, 401);
    // The body of another media type is not signed.
    let image = http::Request::post(&url).header("content-type", "image/png");
    let signed = key().sign(image.body("a").unwrap()).unwrap();
    assert_eq!(send(signed.map(|_| "b")).await.0, 200);
}

#[tokio::test]
async fn signature_expires_after_15_minutes() {
    let ahead = Arc::new(AtomicU64::new(15 * 60 - 60));
    let clock = Arc::clone(&ahead);
    let now = move || SystemTime::now() + Duration::from_secs(clock.load(Relaxed));
    let mock = with_scene(MockModelArts::builder().clock(now).start().await.unwrap());
    let url = mock.service_url("api").unwrap();
    check(&key(), post(&url), ACCEPTED).await;
    ahead.store(15 * 60 + 2, Relaxed);
    let error = check(&key(), post(&url), DENIED).await;
    let message = error["error_msg"].as_str().unwrap();
    let reason = "Incorrect app authentication information: signature expired, signature time:";
    assert!(message.starts_with(reason) && message.contains("Z,server time:"), "{message}");
}
