//! Tokens for a user's password.

use std::time::Duration;

use futures_util::future::join_all;
use modelarts_app_auth::Password;
use wiremock::matchers::{header as has_header, method, path, query_param};

use modelarts_app_auth::{Client, ErrorKind};
use serde_json::json;
use wiremock::{Mock, ResponseTemplate};

use super::cloud::{Cloud, call, failure, header};

/// IAM gives this token, so many times.
async fn gives(cloud: &Cloud, token: &str, times: u64) {
    let body = json!({ "token": {
        "catalog": [],
        "expires_at": "2020-01-04T09:05:22.701000Z",
        "issued_at": "2020-01-03T09:05:22.701000Z",
        "methods": ["password"],
        "project": { "id": "p1", "name": "cn-north-4" },
        "roles": [],
        "user": { "name": "user" },
    } });
    let created = ResponseTemplate::new(201).insert_header("X-Subject-Token", token);
    responds(cloud, created.set_body_json(body), times).await;
}

async fn responds(cloud: &Cloud, response: ResponseTemplate, times: u64) {
    let create_token = Mock::given(method("POST")).and(path("/v3/auth/tokens"));
    let create_token = create_token.and(query_param("nocatalog", "true"));
    let slowly = response.set_delay(Duration::from_millis(50));
    cloud.mount(create_token.respond_with(slowly).up_to_n_times(times)).await;
}

/// ModelArts accepts this token and rejects all others.
async fn accepts(cloud: &Cloud, token: &str) {
    let apps = || Mock::given(path("/v1/p1/app-auth/apps/app"));
    let ok = ResponseTemplate::new(200).set_body_json(json!({ "app": {} }));
    cloud.mount(apps().and(has_header("x-auth-token", token)).respond_with(ok)).await;
    let body = json!({ "error_code": "ModelArts.0203", "error_msg": "Invalid token." });
    let rejected = ResponseTemplate::new(401).set_body_json(body);
    cloud.mount(apps().respond_with(rejected)).await;
}

fn client(cloud: &Cloud) -> Client {
    let password = Password::new("domain", "user", r#"canary "\ü"#);
    cloud.client().credentials(password).build().unwrap()
}

#[tokio::test]
async fn token_of_the_project_of_the_region_is_fetched_once() {
    let cloud = Cloud::without_modelarts().await;
    gives(&cloud, "token", 1).await;
    accepts(&cloud, "token").await;
    let client = client(&cloud);
    join_all((0..200).map(|_| call(&client))).await.into_iter().for_each(Result::unwrap);
    let requests = cloud.requests().await;
    let fetch = requests.iter().find(|request| request.url.path() == "/v3/auth/tokens").unwrap();
    assert_eq!(header(fetch, "content-type"), Some("application/json;charset=utf8"));
    assert_eq!(header(fetch, "x-auth-token"), None);
    assert_eq!(
        fetch.body_json::<serde_json::Value>().unwrap(),
        json!({ "auth": {
            "identity": {
                "methods": ["password"],
                "password": { "user": {
                    "name": "user",
                    "password": r#"canary "\ü"#,
                    "domain": { "name": "domain" },
                } },
            },
            "scope": { "project": { "name": "cn-north-4" } },
        } })
    );
    assert_eq!((cloud.count("/v3/").await, cloud.count("/v1/p1/").await), (1, 200));
}

#[tokio::test]
async fn token_is_fetched_for_the_project_of_the_client() {
    let cloud = Cloud::without_modelarts().await;
    gives(&cloud, "token", 1).await;
    let password = Password::new("domain", "user", "password");
    let client = cloud.client().credentials(password).project_id("mine").build().unwrap();
    call(&client).await.unwrap_err();
    let [fetch, _] = &cloud.requests().await[..] else { panic!("two requests") };
    let body: serde_json::Value = fetch.body_json().unwrap();
    assert_eq!(body["auth"]["scope"], json!({ "project": { "id": "mine" } }));
}

#[tokio::test]
async fn failed_renewal_of_a_rejected_token_is_reported() {
    let cloud = Cloud::without_modelarts().await;
    gives(&cloud, "old", 1).await;
    responds(&cloud, ResponseTemplate::new(500), u64::MAX).await;
    accepts(&cloud, "new").await;
    let message = failure(&client(&cloud)).await;
    assert!(
        message.contains("refused the token") && message.contains("ModelArts.0203"),
        "{message}"
    );
    assert!(message.contains("IAM gave no token"), "{message}");
}

#[tokio::test]
async fn wrong_password_is_tried_three_times_and_never_shown() {
    let cloud = Cloud::without_modelarts().await;
    let body = json!({ "error": {
        "code": 401,
        "message": r#"The password canary "\ü is wrong."#,
        "title": "Unauthorized",
    } });
    responds(&cloud, ResponseTemplate::new(401).set_body_json(body), u64::MAX).await;
    let client = client(&cloud);
    for expected in ["401 The password", "401 The password", "401 The password", "not sent: "] {
        let error = call(&client).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Credentials);
        assert!(error.to_string().contains(expected), "{error}");
        assert!(!format!("{error} {error:?} {client:?}").contains("canary"), "{error:?}");
    }
    assert_eq!(cloud.count("/v3/auth/tokens").await, 3);
}

#[tokio::test]
async fn response_without_a_token_is_an_error() {
    let cloud = Cloud::without_modelarts().await;
    responds(&cloud, ResponseTemplate::new(201).set_body_json(json!({ "token": {} })), 1).await;
    assert!(failure(&client(&cloud)).await.contains("lacks X-Subject-Token"));
}
