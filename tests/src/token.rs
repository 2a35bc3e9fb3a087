//! Tokens for a password: concurrent calls cause one fetch, and a failed renewal keeps a valid token.

use std::sync::atomic::{AtomicUsize, Ordering::SeqCst};
use std::time::Duration;

use futures_util::future::join_all;
use modelarts_app_auth::types::CreateApigAppRequest;
use modelarts_app_auth::{Client, Error, ErrorKind, Password};
use serde_json::json;
use wiremock::matchers::{any, path_regex};
use wiremock::{Mock, MockServer, ResponseTemplate};

use crate::harness::server::{PROJECT, received_requests};

const CALLS: usize = 200;

/// How long a token lives.
const LIFE: Duration = Duration::from_secs(1000);

/// When a token is about to be renewed and still good.
const LATE: Duration = Duration::from_secs(970);

/// How long IAM takes, so that all who wait for a token wait together.
const SLOWNESS: Duration = Duration::from_millis(100);

/// A ModelArts, and a client that knows a password.
struct Cloud {
    modelarts: MockServer,
    iam: MockServer,
    client: Client,
}

impl Cloud {
    /// IAM gives the tokens `1`, `2` and so on as far as `tokens`, and then an error. ModelArts
    /// accepts the tokens from `accepted`.
    async fn start(tokens: usize, accepted: usize) -> Self {
        let (modelarts, iam) = (MockServer::start().await, MockServer::start().await);
        let given = AtomicUsize::new(0);
        let give = move |_: &wiremock::Request| match given.fetch_add(1, SeqCst) + 1 {
            number if number <= tokens => token(number),
            _ => ResponseTemplate::new(403),
        };
        Mock::given(path_regex("^/v3/auth/tokens")).respond_with(give).mount(&iam).await;
        let rejections = AtomicUsize::new(0);
        let respond = move |request: &wiremock::Request| {
            let token = request.headers["x-auth-token"].to_str().expect("text");
            match token.parse::<usize>() {
                Ok(number) if number >= accepted => ResponseTemplate::new(200)
                    .set_body_json(json!({ "app": { "app_secret": "s" } })),
                // Every other rejection comes when there is a new token already.
                _ if rejections.fetch_add(1, SeqCst) % 2 == 1 => {
                    ResponseTemplate::new(401).set_delay(4 * SLOWNESS)
                }
                _ => ResponseTemplate::new(401),
            }
        };
        Mock::given(any()).respond_with(respond).mount(&modelarts).await;
        let client = Client::builder().region("cn-north-4").project_id(PROJECT);
        let client = client.endpoint(modelarts.uri()).iam_endpoint(iam.uri()).allow_http_loopback();
        let client = client.credentials(Password::new("account", "user", "password"));
        Self { client: client.build().expect("a client"), modelarts, iam }
    }

    /// Makes so many calls at once.
    async fn reset(&self, calls: usize) -> Vec<Result<(), Error>> {
        let reset = async || {
            let body = CreateApigAppRequest::new("app");
            self.client.reset_apig_app_secret("app", body).await.map(drop)
        };
        join_all((0..calls).map(|_| reset())).await
    }

    /// Makes so many calls at once, all of which succeed.
    async fn check(&self, calls: usize) {
        self.reset(calls).await.into_iter().for_each(|made| made.expect("a response"));
    }

    /// How many tokens IAM was asked for.
    async fn fetches(&self) -> usize {
        self.iam.received_requests().await.expect("requests are recorded").len()
    }

    /// How many requests to ModelArts had this token.
    async fn uses(&self, token: &str) -> usize {
        let requests = received_requests(&self.modelarts).await;
        requests
            .iter()
            .filter(|request| request.header("x-auth-token").as_deref() == Some(token))
            .count()
    }
}

fn token(number: usize) -> ResponseTemplate {
    let body = json!({ "token": {
        "issued_at": "2026-01-01T00:00:00.000000Z",
        "expires_at": "2026-01-01T00:16:40.000000Z",
    } });
    let token = ResponseTemplate::new(201).insert_header("X-Subject-Token", number.to_string());
    token.set_body_json(body).set_delay(SLOWNESS)
}

/// Lets the client's clock run ahead. It must not stand still while there is a network.
async fn pass(time: Duration) {
    tokio::time::pause();
    tokio::time::advance(time).await;
    tokio::time::resume();
}

#[tokio::test]
async fn concurrent_calls_with_an_expired_token_cause_one_fetch() {
    let cloud = Cloud::start(usize::MAX, 1).await;
    cloud.check(1).await;
    pass(LIFE).await;
    cloud.check(CALLS).await;
    assert_eq!(cloud.fetches().await, 2);
    assert_eq!((cloud.uses("1").await, cloud.uses("2").await), (1, CALLS));
}

#[tokio::test]
async fn failed_renewal_of_a_valid_token_fails_no_call() {
    let cloud = Cloud::start(1, 1).await;
    cloud.check(1).await;
    pass(LATE).await;
    cloud.check(CALLS).await;
    cloud.check(1).await;
    assert_eq!(cloud.fetches().await, 2, "the renewal was tried, and not again at once");
    assert_eq!(cloud.uses("1").await, 1 + CALLS + 1);
    pass(LIFE - LATE).await;
    let made = cloud.reset(1).await.remove(0);
    assert_eq!(made.map_err(|error| error.kind()), Err(ErrorKind::Credentials));
}

#[tokio::test]
async fn concurrent_rejections_of_a_token_cause_one_fetch() {
    let cloud = Cloud::start(usize::MAX, 2).await;
    cloud.check(CALLS).await;
    assert_eq!(cloud.fetches().await, 2);
    assert_eq!((cloud.uses("1").await, cloud.uses("2").await), (CALLS, CALLS));
}

#[tokio::test]
async fn second_rejection_is_final() {
    let cloud = Cloud::start(usize::MAX, usize::MAX).await;
    let error = cloud.reset(1).await.remove(0).expect_err("a rejection");
    assert_eq!((error.kind(), error.status()), (ErrorKind::Service, Some(401)));
    assert_eq!((error.attempts(), cloud.fetches().await), (2, 2));
    assert_eq!((cloud.uses("1").await, cloud.uses("2").await), (1, 1));
}

#[tokio::test]
async fn token_of_the_caller_is_not_renewed() {
    let mut cloud = Cloud::start(usize::MAX, 2).await;
    let client = Client::builder().endpoint(cloud.modelarts.uri()).allow_http_loopback();
    let client = client.iam_endpoint(cloud.iam.uri()).project_id(PROJECT).token("1");
    cloud.client = client.build().expect("a client");
    let error = cloud.reset(1).await.remove(0).expect_err("a rejection");
    assert_eq!((error.status(), error.attempts()), (Some(401), 1));
    assert_eq!((cloud.uses("1").await, cloud.fetches().await), (1, 0));
}
