//! How the project id is found.

use std::time::Duration;

use futures_util::future::join_all;
use modelarts_app_auth::Credentials;
use wiremock::matchers::{path, query_param};

use super::*;

/// IAM knows these projects by the name of the region.
pub(super) async fn knows(cloud: &Cloud, ids: &[&str]) {
    let projects: Vec<_> = ids.iter().map(|id| json!({ "id": id, "name": "cn-north-4" })).collect();
    let links = json!({ "next": null, "previous": null, "self": "" });
    let answer = json!({ "projects": projects, "links": links });
    let answer = ResponseTemplate::new(200).set_body_json(answer);
    let asked = Mock::given(path("/v3/projects")).and(query_param("name", "cn-north-4"));
    cloud.mount(asked.respond_with(answer)).await;
}

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
async fn it_is_looked_up_once_with_a_signed_request() {
    let cloud = Cloud::start().await;
    knows(&cloud, &["p1"]).await;
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
async fn it_is_looked_up_with_a_token_too() {
    let cloud = Cloud::start().await;
    knows(&cloud, &["p1"]).await;
    // The endpoint set on the client wins.
    let token = Credentials::token("token").with_iam_endpoint("https://127.0.0.1:1");
    call(&cloud.client().credentials(token).build().unwrap()).await.unwrap();
    let requests = cloud.requests().await;
    assert!(requests.iter().all(|request| header(request, "x-auth-token") == Some("token")));
}

#[tokio::test]
async fn what_is_given_is_not_looked_up() {
    let cloud = Cloud::start().await;
    let with_credentials = Credentials::token("token").with_project_id("theirs");
    call(&cloud.client().credentials(with_credentials.clone()).build().unwrap()).await.unwrap();
    let client = cloud.client().credentials(with_credentials).project_id("mine");
    call(&client.build().unwrap()).await.unwrap();
    assert_eq!((cloud.count("/v1/theirs/").await, cloud.count("/v1/mine/").await), (1, 1));
    assert_eq!(cloud.requests().await.len(), 2);
}

#[tokio::test]
async fn none_or_several_of_the_name_are_a_failure() {
    let cloud = Cloud::start().await;
    knows(&cloud, &[]).await;
    check_failure(&cloud, "IAM knows none of that name").await;
    let cloud = Cloud::start().await;
    knows(&cloud, &["p1", "p2"]).await;
    check_failure(&cloud, "IAM knows 2 of that name").await;
}

#[tokio::test]
async fn a_refusal_tells_what_iam_says() {
    for (status, body, reason) in [
        (403, json!({ "error": { "code": 403, "message": "no", "title": "Forbidden" } }), "403 no"),
        (400, json!({ "error_code": "IAM.0001", "error_msg": "no" }), "400 IAM.0001 no"),
        (200, json!({ "project": [] }), "another form than documented"),
    ] {
        let cloud = Cloud::start().await;
        let answer = ResponseTemplate::new(status).set_body_json(body);
        cloud.mount(Mock::given(path("/v3/projects")).respond_with(answer)).await;
        check_failure(&cloud, reason).await;
    }
}

#[tokio::test]
async fn a_passing_failure_is_tried_again_shared_and_not_kept() {
    let cloud = Cloud::start().await;
    let unavailable = ResponseTemplate::new(503).set_delay(Duration::from_millis(20));
    let at_first = Mock::given(path("/v3/projects")).respond_with(unavailable).up_to_n_times(4);
    cloud.mount(at_first).await;
    knows(&cloud, &["p1"]).await;
    let client = client(&cloud);
    let failures = join_all((0..100).map(|_| failure(&client))).await;
    assert!(failures.iter().all(|failure| failure.contains(": 503 ")), "{failures:?}");
    assert_eq!(cloud.count("/v3/projects").await, 3);
    call(&client).await.unwrap();
    assert_eq!((cloud.count("/v3/projects").await, cloud.count("/v1/p1/").await), (5, 1));
}

#[tokio::test]
async fn an_iam_that_asks_to_be_left_alone_is() {
    let cloud = Cloud::start().await;
    let later = ResponseTemplate::new(429).insert_header("Retry-After", "3600");
    cloud.mount(Mock::given(path("/v3/projects")).respond_with(later)).await;
    check_failure(&cloud, ": 429 ").await;
    assert_eq!(cloud.count("/v3/projects").await, 1);
}

#[tokio::test]
async fn without_a_region_there_is_nothing_to_look_up() {
    let cloud = Cloud::start().await;
    let client = Client::builder().endpoint(cloud.0.uri()).allow_http_loopback().token("token");
    let error = call(&client.build().unwrap()).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Configuration);
    assert!(error.to_string().contains("region: is missing"), "{error}");
}

#[tokio::test]
async fn an_iam_endpoint_without_tls_is_refused() {
    let cloud = Cloud::start().await;
    let credentials = Credentials::token("token").with_iam_endpoint("http://iam.example");
    let client = Client::builder().region("cn-north-4").endpoint(cloud.0.uri());
    let client = client.allow_http_loopback().credentials(credentials).build().unwrap();
    let error = call(&client).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Configuration);
    assert!(error.to_string().contains("IAM endpoint: must be https"), "{error}");
}
