//! When a provider is asked, on a clock that the tests move.

use std::pin::pin;
use std::sync::atomic::{AtomicU32, Ordering};

use futures_util::future::join_all;
use futures_util::poll;
use reqwest::header::HeaderValue;
use tokio::time::{advance, sleep};

use super::*;
use crate::call::route::{HttpClients, HttpSettings};
use crate::credentials::provider::ProvideFuture;
use crate::tls::Roots;

const HOUR: Duration = Duration::from_secs(60 * 60);

/// What a provider does when it is asked for the n-th time.
type Script = fn(u32) -> Result<Credentials, Error>;

/// A provider that counts.
#[derive(Debug)]
struct Scripted {
    script: Script,
    takes: Duration,
    asked: Arc<AtomicU32>,
}

impl ProvideCredentials for Scripted {
    fn provide<'a>(&'a self, _: &'a Iam) -> ProvideFuture<'a> {
        let asked = self.asked.fetch_add(1, Ordering::Relaxed) + 1;
        Box::pin(async move {
            sleep(self.takes).await;
            (self.script)(asked)
        })
    }
}

struct Fixture {
    cache: Arc<Cache>,
    asked: Arc<AtomicU32>,
}

fn fixture(script: Script) -> Fixture {
    slow_fixture(Duration::from_secs(1), script)
}

fn slow_fixture(takes: Duration, script: Script) -> Fixture {
    let asked = Arc::<AtomicU32>::default();
    let provider = Arc::new(Scripted { script, takes, asked: Arc::clone(&asked) });
    let clients = HttpClients::new(HttpSettings {
        user_agent: HeaderValue::from_static("test"),
        connect_timeout: PATIENCE,
        proxy: None,
        roots: Roots::default(),
    });
    let iam = Iam::new(clients, None, None, false);
    Fixture { cache: Arc::new(Cache::new(provider, Arc::new(iam))), asked }
}

/// The n-th token, good for an hour.
fn hourly(n: u32) -> Result<Credentials, Error> {
    Ok(Credentials::token(format!("token {n}")).with_expiry(SystemTime::now() + HOUR))
}

fn only_once(n: u32) -> Result<Credentials, Error> {
    if n == 1 { hourly(n) } else { Err(Error::credentials("out of order")) }
}

impl Fixture {
    /// Asks the cache: it must give the token, or fail for none, after so many fetches.
    async fn check(&self, token: Option<&str>, fetches: u32) {
        let given = self.cache.get().await;
        let given = given.as_ref().ok().map(|credentials| &credentials.auth_method);
        assert_eq!(given, token.map(|token| Credentials::token(token).auth_method).as_ref());
        assert_eq!(self.asked.load(Ordering::Relaxed), fetches);
    }
}

#[tokio::test(start_paused = true)]
async fn two_hundred_callers_share_one_fetch() {
    let fixture = fixture(hourly);
    join_all((0..200).map(|_| fixture.check(Some("token 1"), 1))).await;
}

#[tokio::test(start_paused = true)]
async fn two_hundred_callers_share_one_renewal_after_the_end() {
    let fixture = fixture(hourly);
    fixture.check(Some("token 1"), 1).await;
    advance(HOUR).await;
    join_all((0..200).map(|_| fixture.check(Some("token 2"), 2))).await;
}

#[tokio::test(start_paused = true)]
async fn two_hundred_callers_share_one_failure() {
    let fixture = fixture(|_| Err(Error::credentials("out of order")));
    join_all((0..200).map(|_| fixture.check(None, 1))).await;
    fixture.check(None, 2).await;
}

#[tokio::test(start_paused = true)]
async fn a_cancelled_caller_leaves_the_fetch_to_the_others() {
    let fixture = fixture(hourly);
    let first = tokio::spawn({
        let cache = Arc::clone(&fixture.cache);
        async move { cache.get().await }
    });
    let cancel = async {
        sleep(Duration::from_millis(500)).await;
        first.abort();
    };
    tokio::join!(cancel, fixture.check(Some("token 1"), 1));
    assert!(first.await.is_err_and(|error| error.is_cancelled()));
}

#[tokio::test(start_paused = true)]
async fn a_fetch_nobody_waits_for_is_begun_anew() {
    let fixture = fixture(hourly);
    let abandoned = timeout(Duration::from_millis(500), fixture.cache.get()).await;
    assert!(abandoned.is_err());
    fixture.check(Some("token 2"), 2).await;
}

#[tokio::test(start_paused = true)]
async fn a_caller_who_does_not_listen_keeps_no_failure_alive() {
    let fixture =
        fixture(|n| if n == 1 { Err(Error::credentials("out of order")) } else { hourly(n) });
    let mut idle = pin!(fixture.cache.get());
    assert!(poll!(&mut idle).is_pending());
    fixture.check(None, 1).await;
    fixture.check(Some("token 2"), 2).await;
    assert!(idle.await.is_err());
}

#[tokio::test(start_paused = true)]
async fn a_token_is_renewed_shortly_before_its_end() {
    let fixture = fixture(hourly);
    fixture.check(Some("token 1"), 1).await;
    advance(HOUR * 89 / 100).await;
    fixture.check(Some("token 1"), 1).await;
    advance(HOUR * 7 / 100).await;
    fixture.check(Some("token 2"), 2).await;
}

#[tokio::test(start_paused = true)]
async fn a_failing_renewal_leaves_a_valid_token_in_use_and_is_not_repeated_at_once() {
    let fixture = fixture(only_once);
    fixture.check(Some("token 1"), 1).await;
    advance(HOUR * 96 / 100).await;
    join_all((0..200).map(|_| fixture.check(Some("token 1"), 2))).await;
    fixture.check(Some("token 1"), 2).await;
    advance(PAUSE).await;
    fixture.check(Some("token 1"), 3).await;
    advance(HOUR * 4 / 100).await;
    fixture.check(None, 4).await;
}

#[tokio::test(start_paused = true)]
async fn a_slow_renewal_delays_one_caller_a_little_while_the_token_is_valid() {
    let fixture = slow_fixture(PATIENCE_WITH_VALID * 2, hourly);
    fixture.check(Some("token 1"), 1).await;
    advance(HOUR * 96 / 100).await;
    for takes in [PATIENCE_WITH_VALID, Duration::ZERO] {
        let started = Instant::now();
        fixture.check(Some("token 1"), 2).await;
        assert_eq!(started.elapsed().as_secs(), takes.as_secs());
    }
}

#[tokio::test(start_paused = true)]
async fn a_provider_that_never_answers_fails_those_who_need_it() {
    let fixture = slow_fixture(HOUR, hourly);
    join_all((0..200).map(|_| fixture.check(None, 1))).await;
}

#[tokio::test(start_paused = true)]
async fn a_refused_token_goes_and_a_newer_one_stays() {
    let fixture = fixture(hourly);
    let refused = fixture.cache.get().await.unwrap();
    fixture.cache.invalidate(&refused);
    fixture.check(Some("token 2"), 2).await;
    fixture.cache.invalidate(&refused);
    fixture.check(Some("token 2"), 2).await;
}

#[tokio::test(start_paused = true)]
async fn credentials_without_an_end_are_fetched_once() {
    let fixture = fixture(|_| Ok(Credentials::token("token")));
    fixture.check(Some("token"), 1).await;
    advance(HOUR * 24 * 365).await;
    fixture.check(Some("token"), 1).await;
}

#[tokio::test(start_paused = true)]
async fn a_panicking_provider_panics_in_one_caller_and_the_next_one_asks_again() {
    let fixture = fixture(|n| if n == 1 { panic!("out of order") } else { hourly(n) });
    let callers: Vec<_> = (0..200)
        .map(|_| {
            let cache = Arc::clone(&fixture.cache);
            tokio::spawn(async move { cache.get().await.map(|given| given.auth_method.clone()) })
        })
        .collect();
    let given = join_all(callers).await;
    assert_eq!(given.iter().filter(|given| given.is_err()).count(), 1, "callers that panicked");
    let renewed = Credentials::token("token 2").auth_method;
    assert!(given.iter().flatten().all(|given| given.as_ref().ok() == Some(&renewed)));
    fixture.check(Some("token 2"), 2).await;
}

#[test]
fn a_runtime_that_ends_or_stands_still_stops_only_its_own_callers() {
    let fixture = slow_fixture(Duration::from_millis(50), hourly);
    let runtime = || tokio::runtime::Builder::new_current_thread().enable_time().build().unwrap();
    let (ending, still, lasting) = (runtime(), runtime(), runtime());
    let begin = |runtime: &tokio::runtime::Runtime| {
        let cache = Arc::clone(&fixture.cache);
        let caller = runtime.spawn(async move { cache.get().await });
        // The caller begins to fetch and comes no further.
        runtime.block_on(tokio::task::yield_now());
        caller
    };
    let [_, _, caller] = [&ending, &still, &lasting].map(begin);
    drop(ending);
    let given = lasting.block_on(async { timeout(Duration::from_secs(30), caller).await });
    let given = given.expect("in time").expect("no panic").unwrap();
    assert_eq!(given.auth_method, Credentials::token("token 3").auth_method);
    drop(still);
}
