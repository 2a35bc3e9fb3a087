//! Signed calls: what is sent, and the effect of a rejection.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering::SeqCst};
use std::time::{Duration, Instant, SystemTime};

use futures_util::future::join_all;
use modelarts_app_auth::{
    CallOptions, Credentials, Iam, Password, ProvideCredentials, ProvideFuture,
};
use wiremock::matchers::any;

use modelarts_app_auth::{Client, ErrorKind};
use serde_json::json;
use wiremock::{Mock, ResponseTemplate};

use super::cloud::{Cloud, call, failure, header};

/// How long a rejection takes.
const DELAY: Duration = Duration::from_millis(100);

fn client(cloud: &Cloud) -> Client {
    let key = Credentials::access_key("canary ak", "canary sk");
    cloud.client().credentials(key).project_id("p1").build().unwrap()
}

fn error_response(status: u16, code: &str) -> ResponseTemplate {
    let body = json!({ "error_code": code, "error_msg": "canary ak is wrong", "request_id": "r1" });
    ResponseTemplate::new(status).set_body_json(body).set_delay(DELAY)
}

/// So many concurrent calls are all rejected like this, and so many of them must have been sent.
async fn check_sent(calls: usize, status: u16, code: &str, sent: usize) {
    let cloud = Cloud::without_modelarts().await;
    cloud.mount(Mock::given(any()).respond_with(error_response(status, code))).await;
    let client = client(&cloud);
    let outcomes = join_all((0..calls).map(|_| call(&client))).await;
    assert_eq!(cloud.requests().await.len(), sent, "{status} {code}");
    for error in outcomes.into_iter().map(Result::unwrap_err) {
        let is_local = error.kind() == ErrorKind::Credentials;
        assert_eq!(error.status(), (!is_local).then_some(status));
        assert_eq!(error.was_sent(), !is_local);
        assert!(!format!("{error} {error:?}").contains("canary"), "{error:?}");
    }
}

#[tokio::test]
async fn rejected_key_is_not_tried_until_it_is_locked() {
    check_sent(1, 401, "APIGW.0301", 1).await;
    check_sent(200, 401, "APIGW.0301", 3).await;
    check_sent(200, 403, "ModelArts.0206", 3).await;
}

#[tokio::test]
async fn key_without_a_permission_is_not_suspect() {
    let started = Instant::now();
    check_sent(50, 403, "ModelArts.0108", 50).await;
    check_sent(50, 404, "ModelArts.3923", 50).await;
    assert!(started.elapsed() < DELAY * 50, "one after the other");
}

#[tokio::test]
async fn unrelated_response_keeps_the_key_suspect() {
    let cloud = Cloud::without_modelarts().await;
    let first = Mock::given(any()).respond_with(error_response(400, "APIGW.0201")).up_to_n_times(1);
    cloud.mount(first).await;
    cloud.mount(Mock::given(any()).respond_with(error_response(401, "APIGW.0301"))).await;
    let client = client(&cloud);
    call(&client).await.unwrap_err();
    join_all((0..200).map(|_| call(&client))).await;
    assert_eq!(cloud.requests().await.len(), 1 + 3);
}

#[tokio::test]
async fn success_clears_the_suspicion() {
    let cloud = Cloud::start().await;
    let client = client(&cloud);
    join_all((0..200).map(|_| call(&client))).await.into_iter().for_each(Result::unwrap);
    assert_eq!(cloud.requests().await.len(), 200);
}

/// Refuses the next request, and says that it is so many hours ago.
async fn reject_for_the_time(cloud: &Cloud, hours: u64) {
    let date = httpdate::fmt_http_date(SystemTime::now() - Duration::from_secs(hours * 60 * 60));
    let rejected = error_response(401, "APIGW.0301").insert_header("Date", date.as_str());
    let next = Mock::given(any()).respond_with(rejected).up_to_n_times(1).with_priority(1);
    cloud.mount(next).await;
}

#[tokio::test]
async fn wrong_clock_is_corrected_by_the_service() {
    let cloud = Cloud::start().await;
    reject_for_the_time(&cloud, 20).await;
    let client = client(&cloud);
    call(&client).await.unwrap();
    call(&client).await.unwrap();
    let requests = cloud.requests().await;
    let dates = requests.iter().map(|request| header(request, "x-sdk-date").unwrap());
    let [ours, corrected, later] = dates.collect::<Vec<_>>()[..] else { panic!("three requests") };
    assert!(corrected <= later && later < ours, "{ours} {corrected} {later}");
}

#[tokio::test]
async fn wrong_clock_is_corrected_by_iam() {
    let cloud = Cloud::start().await;
    reject_for_the_time(&cloud, 20).await;
    cloud.knows_projects(&["p1"]).await;
    let client = cloud.client().credentials(Credentials::access_key("ak", "sk"));
    call(&client.build().unwrap()).await.unwrap();
    assert_eq!((cloud.count("/v3/projects").await, cloud.count("/v1/p1/").await), (2, 1));
}

#[tokio::test]
async fn service_with_changing_clock_is_called_twice() {
    let cloud = Cloud::start().await;
    for hours in [20, 40, 60] {
        reject_for_the_time(&cloud, hours).await;
    }
    let error = call(&client(&cloud)).await.unwrap_err();
    assert_eq!((error.status(), error.attempts()), (Some(401), 2));
    assert_eq!(cloud.requests().await.len(), 2);
}

#[tokio::test]
async fn right_clock_causes_no_second_signature() {
    check_sent(1, 401, "APIGW.0303", 1).await;
}

#[tokio::test]
async fn invalid_values_are_rejected_before_they_are_sent() {
    let cloud = Cloud::start().await;
    let password = |domain, user, password| Password::new(domain, user, password);
    let providers: [(Arc<dyn ProvideCredentials>, &str); 13] = [
        (
            Arc::new(Credentials::access_key("a\r\nHost: b", "sk")),
            "the access key id contains a control",
        ),
        (Arc::new(Credentials::access_key(" ", "sk")), "the access key id is empty"),
        (Arc::new(Credentials::access_key("ak", "")), "the secret access key is empty"),
        (Arc::new(Credentials::access_key("ak", "sk\n")), "the secret access key begins or ends"),
        (
            Arc::new(Credentials::access_key("ak", "\u{a0}sk")),
            "the secret access key begins or ends",
        ),
        (
            Arc::new(Credentials::temporary_access_key("ak", "sk", "a\nb")),
            "the security token contains",
        ),
        (Arc::new(Credentials::token("a\nb")), "the token contains a control character"),
        (Arc::new(Credentials::token("")), "the token is empty"),
        (Arc::new(Credentials::token("\t\n")), "the token is empty"),
        (Arc::new(password("", "user", "password")), "the account name is empty"),
        (Arc::new(password("domain", "user\n", "password")), "the user name begins or ends"),
        (Arc::new(password("domain", "user", " ")), "the password is empty or"),
        (Arc::new(password("domain", "user", "pass\n")), "the password is empty or"),
    ];
    for (provider, reason) in providers {
        let client = cloud.client().credentials(Shared(provider)).project_id("p1").build().unwrap();
        let message = failure(&client).await;
        assert!(message.contains(reason), "{message}\nlacks: {reason}");
    }
    assert_eq!(cloud.requests().await.len(), 0);
}

struct Shared(Arc<dyn ProvideCredentials>);

impl ProvideCredentials for Shared {
    fn provide<'a>(&'a self, iam: &'a Iam) -> ProvideFuture<'a> {
        self.0.provide(iam)
    }
}

/// Gives `wrong` as the secret for so many calls, and then `right`.
struct Corrected {
    after: usize,
    calls: AtomicUsize,
}

impl ProvideCredentials for Corrected {
    fn provide<'a>(&'a self, _: &'a Iam) -> ProvideFuture<'a> {
        let is_right = self.calls.fetch_add(1, SeqCst) >= self.after;
        let secret = if is_right { "right secret" } else { "wrong secret" };
        Box::pin(async move { Ok(Credentials::access_key("ak", secret)) })
    }
}

#[tokio::test]
async fn corrected_secret_of_a_rejected_key_is_tried() {
    for after in [1, 3, 5] {
        let cloud = Cloud::without_modelarts().await;
        let rejected = Mock::given(any()).respond_with(error_response(401, "APIGW.0301"));
        cloud.mount(rejected.up_to_n_times(after.min(3) as u64)).await;
        let accepted = ResponseTemplate::new(200).set_body_json(json!({ "app": {} }));
        cloud.mount(Mock::given(any()).respond_with(accepted)).await;
        let provider = Corrected { after, calls: AtomicUsize::new(0) };
        let client = cloud.client().credentials(provider).project_id("p1").build().unwrap();
        for number in 0..after {
            let error = call(&client).await.unwrap_err();
            let is_sent = number < 3;
            assert_eq!(error.kind() == ErrorKind::Service, is_sent, "{number}: {error}");
            let advice = "asked again with the next call";
            assert_eq!(error.to_string().contains(advice), !is_sent, "{error}");
        }
        call(&client).await.unwrap();
        assert_eq!(cloud.requests().await.len(), after.min(3) + 1);
    }
}

#[tokio::test]
async fn call_that_times_out_waiting_for_an_untried_key_is_not_sent() {
    let cloud = Cloud::without_modelarts().await;
    let slow = ResponseTemplate::new(200).set_delay(Duration::from_secs(60));
    cloud.mount(Mock::given(any()).respond_with(slow)).await;
    let client = client(&cloud);
    let first = tokio::spawn(client.delete_apig_app("app").into_future());
    while cloud.requests().await.is_empty() {
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    let options = CallOptions::new().timeout(Duration::from_millis(200));
    let error = client.delete_apig_app("app").options(options).send().await.unwrap_err();
    assert_eq!((error.kind(), error.was_sent(), error.attempts()), (ErrorKind::NotSent, false, 0));
    assert!(error.to_string().contains("the first to use the same credentials"), "{error}");
    assert_eq!(cloud.requests().await.len(), 1);
    first.abort();
}
