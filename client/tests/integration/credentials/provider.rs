//! Providers that fail in other ways than with an error harm only their own caller.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering::SeqCst};
use std::time::Duration;

use futures_util::future::join_all;
use futures_util::poll;
use modelarts_app_auth::{CallOptions, Credentials, Iam, ProvideCredentials, ProvideFuture};
use tokio::runtime::{Builder, Runtime};
use tokio::time::{sleep, timeout};
use wiremock::matchers::any;

use modelarts_app_auth::{ClientBuilder, ErrorKind};
use wiremock::{Mock, ResponseTemplate};

use super::cloud::{Cloud, call};

const CALLS: usize = 50;

/// Does this at the first call, and returns a token at each later call.
struct Once {
    first: fn() -> ProvideFuture<'static>,
    fetches: Arc<AtomicUsize>,
}

impl ProvideCredentials for Once {
    fn provide<'a>(&'a self, _: &'a Iam) -> ProvideFuture<'a> {
        match self.fetches.fetch_add(1, SeqCst) {
            0 => (self.first)(),
            _ => Box::pin(async { Ok(Credentials::token("token")) }),
        }
    }
}

fn client(
    cloud: &Cloud,
    first: fn() -> ProvideFuture<'static>,
) -> (ClientBuilder, Arc<AtomicUsize>) {
    let fetches = Arc::<AtomicUsize>::default();
    (cloud.client().credentials(Once { first, fetches: Arc::clone(&fetches) }), fetches)
}

#[tokio::test]
async fn panicking_provider_fails_one_waiting_call() {
    for first in [
        || panic!("at once"),
        || -> ProvideFuture<'static> {
            Box::pin(async {
                sleep(Duration::from_millis(50)).await;
                panic!("in its future")
            })
        },
    ] {
        // A call without a project waits at another place.
        for project in [Some("p1"), None] {
            let cloud = Cloud::start().await;
            cloud.knows_projects(&["p1"]).await;
            let (builder, fetches) = client(&cloud, first);
            let builder = project.into_iter().fold(builder, ClientBuilder::project_id);
            let client = builder.build().unwrap();
            let calls = (0..CALLS).map(|_| tokio::spawn(client.show_apig_app("app").into_future()));
            let calls = timeout(Duration::from_secs(30), join_all(calls)).await.expect("in time");
            assert_eq!(calls.iter().filter(|call| call.is_err()).count(), 1, "panics");
            assert_eq!(calls.iter().flatten().filter(|call| call.is_ok()).count(), CALLS - 1);
            call(&client).await.unwrap();
            assert_eq!(fetches.load(SeqCst), 2);
        }
    }
}

/// Takes longer than any call here.
fn slow() -> ProvideFuture<'static> {
    Box::pin(async {
        sleep(Duration::from_secs(3600)).await;
        Ok(Credentials::token("late"))
    })
}

#[tokio::test]
async fn call_that_times_out_waiting_for_credentials_is_not_sent() {
    for project in [Some("p1"), None] {
        let cloud = Cloud::start().await;
        let (builder, _) = client(&cloud, slow);
        let builder = project.into_iter().fold(builder, ClientBuilder::project_id);
        let options = CallOptions::new().timeout(Duration::from_millis(100));
        let client = builder.options(options).build().unwrap();
        let error = call(&client).await.unwrap_err();
        assert_eq!((error.kind(), error.was_sent()), (ErrorKind::NotSent, false), "{error}");
        assert!(error.to_string().contains("ended in wait for credentials"), "{error}");
        assert_eq!(cloud.requests().await.len(), 0);
    }
}

/// Gives one token at once, and none after that.
struct Fading(AtomicUsize);

impl ProvideCredentials for Fading {
    fn provide<'a>(&'a self, _: &'a Iam) -> ProvideFuture<'a> {
        match self.0.fetch_add(1, SeqCst) {
            0 => Box::pin(async { Ok(Credentials::token("token")) }),
            _ => slow(),
        }
    }
}

#[tokio::test]
async fn late_renewal_of_a_rejected_token_is_reported() {
    let cloud = Cloud::without_modelarts().await;
    cloud.mount(Mock::given(any()).respond_with(ResponseTemplate::new(401))).await;
    let options = CallOptions::new().timeout(Duration::from_secs(2));
    let client = cloud.client().credentials(Fading(AtomicUsize::new(0))).options(options);
    let error = call(&client.project_id("p1").build().unwrap()).await.unwrap_err();
    assert_eq!((error.kind(), error.was_sent()), (ErrorKind::Credentials, true), "{error}");
    let text = error.to_string();
    assert!(text.contains("refused the token") && text.contains("time of the call"), "{text}");
}

fn runtime() -> Runtime {
    Builder::new_multi_thread().worker_threads(1).enable_all().build().unwrap()
}

#[test]
fn runtime_that_ends_fails_only_its_own_calls() {
    let (ending, lasting) = (runtime(), runtime());
    let cloud = lasting.block_on(Cloud::start());
    let (builder, fetches) = client(&cloud, slow);
    let client = builder.project_id("p1").build().unwrap();
    ending.spawn(client.show_apig_app("app").into_future());
    while fetches.load(SeqCst) == 0 {
        std::thread::yield_now();
    }
    let mut calls = join_all((0..CALLS).map(|_| client.show_apig_app("app").into_future()));
    // All of them wait by now.
    lasting.block_on(async { assert!(poll!(&mut calls).is_pending()) });
    drop(ending);
    let calls = lasting.block_on(async { timeout(Duration::from_secs(30), calls).await });
    assert!(calls.expect("in time").iter().all(Result::is_ok));
    assert_eq!(fetches.load(SeqCst), 2);
}
