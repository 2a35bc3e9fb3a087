//! Two replicas that rotate one app at the same time, with one log and one sink.

use std::future::{Future, poll_fn};
use std::pin::{Pin, pin};
use std::sync::Mutex;
use std::task::Poll;
use std::time::Duration;

use fastrand::Rng;
use modelarts_app_auth::{Client, Rotation};
use modelarts_app_auth_mock::{MockModelArts, SecretsOnRead};
use tokio::time::sleep;

use crate::harness::rotation::chaos::Chaos;
use crate::harness::rotation::scene::{APP, set_app};
use crate::harness::rotation::schedule::{Seeds, TURNS, Tally, crash, run_schedules};
use crate::harness::rotation::shared::{Shared, database, files};
use crate::harness::rotation::slow::Slow;

/// A process that rotates some times, and crashes at times.
struct Replica<'a> {
    client: Client,
    shared: &'a dyn Shared,
    is_leased: bool,
    tally: &'a Mutex<Tally>,
    rng: Rng,
}

impl Replica<'_> {
    async fn live(mut self) {
        for _ in 0..self.rng.u32(1..4) {
            // From the middle of a call of the other to long after it.
            let longest = [20, 1_000, 20_000][self.rng.usize(..3)];
            sleep(Duration::from_millis(self.rng.u64(..longest))).await;
            let turns = if self.rng.u8(..4) == 0 { self.rng.usize(..TURNS) } else { usize::MAX };
            let resumes = self.rng.u8(..4) == 0;
            let patience = Duration::from_secs(self.rng.u64(..60));
            let rng = self.rng.fork();
            let outcome = crash(self.rotate(resumes, patience, rng), turns, || {}).await;
            self.count(outcome.unwrap_or("crashed"));
        }
    }

    /// Rotates or resumes, and after a while tries again to save what is unsaved.
    async fn rotate(&self, resumes: bool, patience: Duration, rng: Rng) -> &'static str {
        let slow = Slow::new(self.shared, self.is_leased, rng);
        let outcome = if resumes {
            match self.client.resume_rotation(&slow, &slow).await {
                Ok(Some(outcome)) => outcome,
                Ok(None) => return "nothing to resume",
                Err(error) => return said(&error.to_string()),
            }
        } else {
            self.client.rotate_app_secret(APP, &slow, &slow).await
        };
        let Rotation::Unsaved(unsaved) = outcome else { return named(&outcome) };
        self.count("Unsaved");
        sleep(patience).await;
        match unsaved.save(&slow, &slow).await {
            Rotation::Rotated => "Unsaved, then saved",
            Rotation::Unsaved(unsaved) => {
                let why = said(&unsaved.error().to_string());
                drop(unsaved.into_credentials());
                why
            }
            outcome => named(&outcome),
        }
    }

    fn count(&self, what: &'static str) {
        self.tally.lock().expect("nobody panicked with it").count(what);
    }
}

fn named(outcome: &Rotation) -> &'static str {
    match outcome {
        Rotation::Rotated => "Rotated",
        Rotation::Unchanged(error) => said(&error.to_string()),
        Rotation::Unsaved(_) => "Unsaved",
        Rotation::Unknown { .. } => "Unknown",
    }
}

fn said(error: &str) -> &'static str {
    if error.contains("another rotation is using the log") {
        "the log is in use"
    } else if error.contains("no longer has the record of this rotation") {
        "another one took over"
    } else {
        "Unchanged"
    }
}

/// Runs both to their ends, in random order and each with random pauses.
async fn interleave(one: impl Future<Output = ()>, other: impl Future<Output = ()>, rng: &mut Rng) {
    let (mut one, mut other) = (pin!(one), pin!(other));
    let mut are_over = [false, false];
    poll_fn(|context| {
        let first = rng.usize(..2);
        for index in [first, 1 - first] {
            if are_over[index] {
                continue;
            }
            if rng.u8(..4) == 0 {
                context.waker().wake_by_ref();
                continue;
            }
            let work: Pin<&mut dyn Future<Output = ()>> =
                if index == 0 { one.as_mut() } else { other.as_mut() };
            are_over[index] = work.poll(context).is_ready();
        }
        if are_over == [true, true] { Poll::Ready(()) } else { Poll::Pending }
    })
    .await;
}

/// Runs one schedule; tells whether the sink has a secret that works at its end.
async fn run(
    mock: &'static MockModelArts,
    shared: &dyn Shared,
    is_leased: bool,
    rng: &mut Rng,
    tally: &Mutex<Tally>,
) -> bool {
    set_app(mock);
    Chaos::begin(mock, rng);
    let mut replica = || {
        let client = mock.client().expect("a client");
        Replica { client, shared, is_leased, tally, rng: rng.fork() }
    };
    let (one, other) = (replica(), replica());
    interleave(one.live(), other.live(), rng).await;
    mock.clear_faults();
    shared.repair();
    let works = || mock.secret_accepted(APP, &shared.stored());
    let (sink, log) = shared.open();
    let client = mock.client().expect("a client");
    let resumed = client.resume_rotation(&*sink, &*log).await.expect("a log that works");
    let is_known = !matches!(resumed, Some(Rotation::Unsaved(_) | Rotation::Unknown { .. }));
    // What was on its way has arrived by then.
    sleep(Duration::from_secs(60)).await;
    is_known && works() && !shared.has_record()
}

/// How many schedules run, unless the environment says otherwise.
const USUAL: u64 = 300;

/// Runs schedules until one loses the AppSecret; tells whether all of them keep it.
fn all_keep_the_secret(
    seeds: Seeds,
    is_leased: bool,
    open: impl Fn(&mut Rng) -> Box<dyn Shared>,
) -> (bool, Tally) {
    let tally = Mutex::<Tally>::default();
    let mut is_kept = true;
    run_schedules(seeds, SecretsOnRead::Plain, async |mock, _, mut rng| {
        let shared = open(&mut rng);
        is_kept = run(mock, &*shared, is_leased, &mut rng, &tally).await;
        is_kept
    });
    let tally = tally.into_inner().expect("nobody panicked with it");
    println!("of at most {} schedules: {:#?}", seeds.count, tally.0);
    (is_kept, tally)
}

/// Runs schedules in which only one replica at a time has the log, and none may lose a secret.
fn check(open: impl Fn(&mut Rng) -> Box<dyn Shared>) {
    let seeds = Seeds::new(USUAL);
    let (is_kept, tally) = all_keep_the_secret(seeds, true, open);
    assert!(is_kept, "a secret is lost");
    let overlaps = tally.0.contains_key("the log is in use");
    assert!(overlaps || seeds.count < USUAL, "the replicas do not overlap");
}

#[test]
fn two_replicas_with_files_lose_no_secret() {
    check(files);
}

#[test]
fn two_replicas_with_a_lease_lose_no_secret() {
    check(database);
}

/// Proves that the schedules above can fail: without a lock, the same ones lose secrets.
#[test]
fn two_replicas_without_a_lock_lose_secrets() {
    let seeds = Seeds { first: 6, count: 10 * USUAL };
    let (is_kept, tally) = all_keep_the_secret(seeds, false, files);
    assert!(!is_kept, "no schedule loses a secret without a lock");
    assert!(tally.0.contains_key("another one took over"), "the record in the log is not checked");
}
