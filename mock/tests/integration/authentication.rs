//! Which credentials the mock server accepts.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering::Relaxed};
use std::time::{Duration, SystemTime};

use modelarts_app_auth::{CallOptions, Client, ClientBuilder, Credentials, Password};
use modelarts_app_auth_mock::{Builder, MockModelArts};

/// A mock server whose clock can be set, in seconds from now.
fn with_clock() -> (Builder, Arc<AtomicU64>) {
    let ahead = Arc::new(AtomicU64::new(0));
    let clock = Arc::clone(&ahead);
    let now = move || SystemTime::now() + Duration::from_secs(clock.load(Relaxed));
    (MockModelArts::builder().clock(now), ahead)
}

/// Makes one attempt; compares the status code, and the reason in the message of an error.
async fn check(client: ClientBuilder, status: u16, reason: &str) {
    let client = client.options(CallOptions::new().max_attempts(1)).build().unwrap();
    match client.list_apig_apps().await {
        Ok(response) => assert_eq!((response.status(), ""), (status, reason)),
        Err(error) => {
            let message = error.message().unwrap_or_default();
            assert_eq!(error.status(), Some(status), "{error}");
            assert!(message.contains(reason) && !reason.is_empty(), "{message}");
        }
    }
}

fn key(access: &str, secret: &str) -> Credentials {
    Credentials::access_key(access, secret)
}

#[tokio::test]
async fn token_must_be_known_and_of_the_project() {
    let mock = MockModelArts::start().await.unwrap();
    check(mock.client_builder().token("loopback"), 200, "").await;
    check(mock.client_builder().token("wrong"), 401, "decrypt token fail").await;
    let elsewhere = mock.client_builder().project_id("elsewhere").token("loopback");
    check(elsewhere, 403, "does not match the token").await;
}

#[tokio::test]
async fn request_without_credentials_is_rejected() {
    let mock = MockModelArts::start().await.unwrap();
    let url = format!("{}/v1/04f258c84780d5a52f3bc00dc15aa5e7/app-auth/apps", mock.url());
    let response = reqwest::get(url).await.unwrap();
    assert_eq!(response.status(), 401);
    assert!(response.text().await.unwrap().contains("x-auth-token not found"));
}

#[tokio::test]
async fn password_is_exchanged_for_a_token_of_a_day() {
    let (builder, ahead) = with_clock();
    let mock = builder.start().await.unwrap();
    let password = |word| Password::new("loopback", "user", word);
    // The project is looked up by the name of the region.
    let region = Client::builder()
        .region("cn-north-4")
        .endpoint(mock.url())
        .iam_endpoint(mock.url())
        .allow_http_loopback();
    check(region.credentials(password("password of user")), 200, "").await;
    let wrong = mock.client_builder().credentials(password("wrong")).build().unwrap();
    assert_eq!(wrong.list_apig_apps().await.unwrap_err().status(), None);

    let token = mock.state().tokens.pop().unwrap().token;
    check(mock.client_builder().token(token.as_str()), 200, "").await;
    ahead.store(24 * 60 * 60, Relaxed);
    check(mock.client_builder().token(token), 401, "token expires").await;
}

#[tokio::test]
async fn signature_is_checked() {
    let mock = MockModelArts::start().await.unwrap();
    let client = mock.client_with_access_key().unwrap();
    assert_eq!(client.list_apig_apps().app_name("ä b+c/d").await.unwrap().status(), 200);
    let client = || mock.client_builder();
    check(client().credentials(key("NOBODY", "x")), 401, "not exist").await;
    let wrong = key("LOOPBACKACCESSKEY001", "wrong");
    check(client().credentials(wrong), 401, "verify aksk signature fail").await;
}

#[tokio::test]
async fn signature_is_valid_for_15_minutes() {
    let (builder, ahead) = with_clock();
    let mock = builder.start().await.unwrap();
    let client =
        || mock.client_builder().credentials(key("LOOPBACKACCESSKEY001", "secret-key-of-user"));
    ahead.store(15 * 60 - 2, Relaxed);
    check(client(), 200, "").await;
    ahead.store(15 * 60 + 2, Relaxed);
    let client = client().options(CallOptions::new().max_attempts(1)).build().unwrap();
    // The client adjusts its clock to the response, so only the count of failures shows the error.
    let _ = client.list_apig_apps().await;
    assert_eq!(mock.state().users[0].access_keys[0].failures, 1);
}

#[tokio::test]
async fn five_wrong_signatures_lock_a_key_for_five_minutes() {
    let (builder, ahead) = with_clock();
    let mock = builder.start().await.unwrap();
    let client = |secret| mock.client_builder().credentials(key("LOOPBACKACCESSKEY001", secret));
    for _ in 0..4 {
        check(client("wrong"), 401, "verify aksk signature fail").await;
    }
    check(client("secret-key-of-user"), 200, "").await;
    for _ in 0..5 {
        check(client("wrong"), 401, "verify aksk signature fail").await;
    }
    check(client("secret-key-of-user"), 401, "locked").await;
    ahead.store(5 * 60 + 1, Relaxed);
    check(client("secret-key-of-user"), 200, "").await;
}
