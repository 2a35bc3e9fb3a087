//! How the project id is found.

use std::time::Duration;

use futures_util::future::join_all;
use modelarts_app_auth::Credentials;
use wiremock::matchers::path;

use modelarts_app_auth::{Client, ErrorKind};
use serde_json::json;
use wiremock::{Mock, ResponseTemplate};

use super::cloud::{Cloud, call, failure, header};

fn client(cloud: &Cloud) -> Client {
    cloud.client().credentials(Credentials::access_key("ak", "sk")).build().unwrap()
}

/// The look-up must fail, and the error must say this.
async fn check_failure(cloud: &Cloud, reason: &str) {
    let message = failure(&client(cloud)).await;
    assert!(message.contains("the id of project cn-north-4 could not be looked up: "), "{message}");
    assert!(message.contains(reason), "{message}");
    assert_eq!(cloud.count("/v1/").await, 0);
}

#[tokio::test]
async fn region_that_the_service_does_not_have_may_be_misspelt() {
    let cloud = Cloud::start().await;
    cloud.knows_projects(&[]).await;
    let key = || Credentials::access_key("ak", "sk");
    let client = cloud.client().region("cn-nroth-4").credentials(key()).build().unwrap();
    let message = failure(&client).await;
    let expected = "; region `cn-nroth-4` is not known; known regions: cn-north-1, ";
    assert!(message.contains(expected), "{message}");
    check_failure(&cloud, "set the project id instead").await;
    // What is not a name may be anything.
    let client = cloud.client().region("CN North").credentials(key()).build().unwrap();
    let message = failure(&client).await;
    assert!(!message.contains("known regions"), "{message}");
}

#[tokio::test]
async fn project_is_looked_up_once_with_a_signed_request() {
    let cloud = Cloud::start().await;
    cloud.knows_projects(&["p1"]).await;
    let client = client(&cloud);
    call(&client).await.unwrap();
    call(&client).await.unwrap();
    assert_eq!((cloud.count("/v3/projects").await, cloud.count("/v1/p1/").await), (1, 2));
    let [look_up, first, _] = &cloud.requests().await[..] else { panic!("three requests") };
    assert_eq!(header(look_up, "x-project-id"), None);
    assert_eq!(header(first, "x-project-id"), Some("p1"));
    for request in [look_up, first] {
        assert!(header(request, "authorization").is_some_and(|value| value.contains("Access=ak,")));
        assert_eq!(header(request, "x-auth-token"), None);
    }
}

#[tokio::test]
async fn project_is_looked_up_with_a_token() {
    let cloud = Cloud::start().await;
    cloud.knows_projects(&["p1"]).await;
    // The endpoint set on the client wins.
    let token = Credentials::token("token").with_iam_endpoint("https://127.0.0.1:1");
    call(&cloud.client().credentials(token).build().unwrap()).await.unwrap();
    let requests = cloud.requests().await;
    assert!(requests.iter().all(|request| header(request, "x-auth-token") == Some("token")));
}

#[tokio::test]
async fn given_project_is_not_looked_up() {
    let cloud = Cloud::start().await;
    let with_credentials = Credentials::token("token").with_project_id("theirs");
    call(&cloud.client().credentials(with_credentials.clone()).build().unwrap()).await.unwrap();
    let client = cloud.client().credentials(with_credentials).project_id("mine");
    call(&client.build().unwrap()).await.unwrap();
    assert_eq!((cloud.count("/v1/theirs/").await, cloud.count("/v1/mine/").await), (1, 1));
    assert_eq!(cloud.requests().await.len(), 2);
}

#[tokio::test]
async fn no_project_or_several_of_the_name_are_an_error() {
    let cloud = Cloud::start().await;
    cloud.knows_projects(&[]).await;
    check_failure(&cloud, "IAM knows none of that name").await;
    let cloud = Cloud::start().await;
    cloud.knows_projects(&["p1", "p2"]).await;
    check_failure(&cloud, "IAM knows 2 of that name").await;
}

#[tokio::test]
async fn error_of_iam_is_reported() {
    for (status, body, reason) in [
        (403, json!({ "error": { "code": 403, "message": "no", "title": "Forbidden" } }), "403 no"),
        (400, json!({ "error_code": "IAM.0001", "error_msg": "no" }), "400 IAM.0001 no"),
        (200, json!({ "project": [] }), "another form than documented"),
    ] {
        let cloud = Cloud::start().await;
        let response = ResponseTemplate::new(status).set_body_json(body);
        cloud.mount(Mock::given(path("/v3/projects")).respond_with(response)).await;
        check_failure(&cloud, reason).await;
    }
}

#[tokio::test]
async fn transient_failure_is_retried_shared_and_not_cached() {
    let cloud = Cloud::start().await;
    let unavailable = ResponseTemplate::new(503).set_delay(Duration::from_millis(20));
    let at_first = Mock::given(path("/v3/projects")).respond_with(unavailable).up_to_n_times(4);
    cloud.mount(at_first).await;
    cloud.knows_projects(&["p1"]).await;
    let client = client(&cloud);
    let failures = join_all((0..100).map(|_| failure(&client))).await;
    assert!(failures.iter().all(|failure| failure.contains(": 503 ")), "{failures:?}");
    assert_eq!(cloud.count("/v3/projects").await, 3);
    call(&client).await.unwrap();
    assert_eq!((cloud.count("/v3/projects").await, cloud.count("/v1/p1/").await), (5, 1));
}

#[tokio::test]
async fn retry_after_of_iam_is_respected() {
    let cloud = Cloud::start().await;
    let later = ResponseTemplate::new(429).insert_header("Retry-After", "3600");
    cloud.mount(Mock::given(path("/v3/projects")).respond_with(later)).await;
    check_failure(&cloud, ": 429 ").await;
    assert_eq!(cloud.count("/v3/projects").await, 1);
}

#[tokio::test]
async fn missing_region_is_a_configuration_error() {
    let cloud = Cloud::start().await;
    let client = Client::builder().endpoint(cloud.0.uri()).allow_http_loopback().token("token");
    let error = call(&client.build().unwrap()).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Configuration);
    assert!(error.to_string().contains("region: is missing"), "{error}");
}

#[tokio::test]
async fn iam_endpoint_without_tls_is_rejected() {
    let cloud = Cloud::start().await;
    let credentials = Credentials::token("token").with_iam_endpoint("http://iam.example");
    let client = Client::builder().region("cn-north-4").endpoint(cloud.0.uri());
    let client = client.allow_http_loopback().credentials(credentials).build().unwrap();
    let error = call(&client).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Configuration);
    assert!(error.to_string().contains("IAM endpoint: must be https"), "{error}");
}
