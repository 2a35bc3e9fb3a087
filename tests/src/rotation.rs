//! Rotations against a service that fails and a process that crashes, thousands of times.

mod files;
mod incomplete_lists;
mod outcomes;
mod overlap;
mod overtaken;
mod processes;
mod replace_app;
pub mod rotate_app_secret;
mod same_file;
#[cfg(unix)]
mod special_files;

use std::collections::BTreeMap;
use std::env;
use std::future::{Future, poll_fn};
use std::pin::pin;
use std::task::Poll;

use tokio::runtime::Builder;

/// A few more turns than most work without faults takes.
const TURNS: usize = 25;

/// How many schedules a test plays, and from which seed; each of them has a seed of its own.
fn schedules(usual: u64) -> (u64, u64) {
    let number = |name: &str, otherwise| {
        env::var(name).map_or(otherwise, |value| value.parse().expect("a number"))
    };
    let seed = number("ROTATION_SEED", 6);
    let count = number("ROTATION_SCHEDULES", usual);
    println!("ROTATION_SEED={seed} ROTATION_SCHEDULES={count}");
    (seed, count)
}

/// How often each thing came of a run, in all schedules.
#[derive(Default)]
struct Tally(BTreeMap<&'static str, u64>);

impl Tally {
    fn count(&mut self, what: &'static str) {
        *self.0.entry(what).or_default() += 1;
    }
}

/// Says which schedule a panic was in.
struct Playing(u64);

impl Drop for Playing {
    fn drop(&mut self) {
        if std::thread::panicking() {
            eprintln!("repeat with ROTATION_SEED={} ROTATION_SCHEDULES=1", self.0);
        }
    }
}

/// Runs `work` in virtual time: when everything waits, the clock jumps to the next timer. The
/// service must run on the same thread, so that its sockets are looked at before.
fn run<T>(work: impl Future<Output = T>) -> T {
    let runtime = Builder::new_current_thread().enable_all().start_paused(true).build();
    runtime.expect("a runtime").block_on(work)
}

/// Runs `work` until it ends or has gone on `turns` times, as if the process crashed then. Calls
/// `watch` whenever something may have changed.
async fn crash<T>(
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
