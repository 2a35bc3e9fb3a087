//! Schedules of faults and crashes: random, and repeatable by their seed.

use std::collections::BTreeMap;
use std::env;
use std::future::poll_fn;
use std::pin::pin;
use std::task::Poll;

use fastrand::Rng;
use modelarts_app_auth::Client;
use modelarts_app_auth_mock::{MockModelArts, SecretsOnRead};
use tokio::runtime::Builder;

/// A few more turns than most work without faults takes.
pub const TURNS: usize = 25;

/// The seeds of the schedules that a test runs: so many, unless the environment says otherwise.
#[derive(Clone, Copy)]
pub struct Seeds {
    pub first: u64,
    pub count: u64,
}

impl Seeds {
    pub fn new(usual: u64) -> Self {
        let number = |name: &str, otherwise| {
            env::var(name).map_or(otherwise, |value| value.parse().expect("a number"))
        };
        let first = number("ROTATION_SEED", 6);
        let count = number("ROTATION_SCHEDULES", usual);
        println!("ROTATION_SEED={first} ROTATION_SCHEDULES={count}");
        Self { first, count }
    }

    pub fn all(self) -> std::ops::Range<u64> {
        self.first..self.first + self.count
    }
}

/// Runs a schedule for each seed against one mock server, until `schedule` returns false.
///
/// Time is virtual: when everything waits, the clock jumps to the next timer. The mock server runs on
/// the same thread, so that its sockets are checked before.
pub fn run_schedules(
    seeds: Seeds,
    secrets: SecretsOnRead,
    mut schedule: impl AsyncFnMut(&'static MockModelArts, &Client, Rng) -> bool,
) {
    let runtime = Builder::new_current_thread().enable_all().start_paused(true).build();
    runtime.expect("a runtime").block_on(async {
        let mock = MockModelArts::builder().secrets(secrets).seed(seeds.first).start().await;
        let mock: &'static _ = Box::leak(Box::new(mock.expect("a mock server")));
        let client = mock.client().expect("a client");
        for seed in seeds.all() {
            let _running = Running(seed);
            fastrand::seed(seed);
            if !schedule(mock, &client, Rng::with_seed(seed)).await {
                println!("failed: ROTATION_SEED={seed} ROTATION_SCHEDULES=1");
                break;
            }
        }
    });
}

/// Prints which schedule a panic was in.
struct Running(u64);

impl Drop for Running {
    fn drop(&mut self) {
        if std::thread::panicking() {
            eprintln!("repeat with ROTATION_SEED={} ROTATION_SCHEDULES=1", self.0);
        }
    }
}

/// How often each event occurred, in all schedules.
#[derive(Default)]
pub struct Tally(pub BTreeMap<&'static str, u64>);

impl Tally {
    pub fn count(&mut self, event: &'static str) {
        *self.0.entry(event).or_default() += 1;
    }
}

/// Runs `work` until it ends or has gone on `turns` times, as if the process crashed then. Calls
/// `watch` whenever something may have changed.
pub async fn crash<T>(
    work: impl Future<Output = T>,
    mut turns: usize,
    mut watch: impl FnMut(),
) -> Option<T> {
    let mut work = pin!(work);
    poll_fn(|context| {
        watch();
        if turns == 0 {
            return Poll::Ready(None);
        }
        turns -= 1;
        work.as_mut().poll(context).map(Some)
    })
    .await
}
