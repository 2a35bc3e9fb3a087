//! Signed calls: what travels, and what a refusal leads to.

use std::time::{Duration, SystemTime};

use futures_util::future::join_all;
use modelarts_app_auth::Credentials;
use wiremock::matchers::any;

use super::*;

fn client(cloud: &Cloud) -> Client {
    let key = Credentials::access_key("canary ak", "canary sk");
    cloud.client().credentials(key).project_id("p1").build().unwrap()
}

fn refusal(status: u16, code: &str) -> ResponseTemplate {
    let body = json!({ "error_code": code, "error_msg": "canary ak is wrong", "request_id": "r1" });
    ResponseTemplate::new(status).set_body_json(body)
}

/// So many concurrent calls are all refused like this, and so many of them must have been sent.
async fn check_sent(calls: usize, status: u16, code: &str, sent: usize) {
    let cloud = Cloud::without_modelarts().await;
    cloud.mount(Mock::given(any()).respond_with(refusal(status, code))).await;
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
async fn a_refused_key_is_not_tried_often_enough_to_be_locked() {
    check_sent(1, 401, "APIGW.0301", 1).await;
    check_sent(200, 401, "APIGW.0301", 3).await;
    check_sent(200, 403, "ModelArts.0206", 3).await;
}

#[tokio::test]
async fn a_key_that_only_lacks_a_permission_goes_on() {
    check_sent(50, 403, "ModelArts.0108", 50).await;
    check_sent(50, 404, "ModelArts.3923", 50).await;
}

#[tokio::test]
async fn one_success_lifts_the_doubt() {
    let cloud = Cloud::start().await;
    let client = client(&cloud);
    join_all((0..200).map(|_| call(&client))).await.into_iter().for_each(Result::unwrap);
    assert_eq!(cloud.requests().await.len(), 200);
}

#[tokio::test]
async fn a_wrong_clock_is_corrected_by_the_service_s() {
    let cloud = Cloud::start().await;
    let theirs = SystemTime::now() - Duration::from_secs(20 * 60 * 60);
    let date = httpdate::fmt_http_date(theirs);
    let refused = refusal(401, "APIGW.0301").insert_header("Date", date.as_str());
    let first = Mock::given(any()).respond_with(refused).up_to_n_times(1).with_priority(1);
    cloud.mount(first).await;
    let client = client(&cloud);
    call(&client).await.unwrap();
    call(&client).await.unwrap();
    let requests = cloud.requests().await;
    let dates: Vec<_> =
        requests.iter().map(|request| header(request, "x-sdk-date").unwrap()).collect();
    let [ours, corrected, later] = dates[..] else { panic!("{dates:?}") };
    let hour = |date: &str| date[..11].to_owned();
    assert_ne!(hour(ours), hour(corrected));
    assert!(later >= corrected && later < ours, "{dates:?}");
}

#[tokio::test]
async fn a_clock_that_is_right_is_no_reason_to_sign_again() {
    check_sent(1, 401, "APIGW.0303", 1).await;
}

#[tokio::test]
async fn a_header_cannot_be_forged_through_a_key() {
    let cloud = Cloud::start().await;
    for (key, part) in [
        (Credentials::access_key("a\r\nHost: b", "sk"), "access key id"),
        (Credentials::temporary_access_key("ak", "sk", "a\nb"), "security token"),
        (Credentials::token("a\nb"), "token"),
        (Credentials::token(""), "token"),
    ] {
        let client = cloud.client().credentials(key).project_id("p1").build().unwrap();
        let reason = format!("the {part} is empty, or contains characters");
        assert!(failure(&client).await.contains(&reason));
    }
    assert_eq!(cloud.requests().await.len(), 0);
}
