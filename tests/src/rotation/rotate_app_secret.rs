//! `rotate_app_secret`: at the end the sink holds a working secret, or the caller knows of the loss.

use std::sync::{Arc, Mutex, MutexGuard};
use std::time::Duration;

use fastrand::Rng;
use modelarts_app_auth::{Client, Rotation};
use modelarts_app_auth_mock::{MockModelArts, SecretsOnRead};
use tokio::time::sleep;

use crate::harness::rotation::chaos::Chaos;
use crate::harness::rotation::scene::{APP, first_credentials, set_app};
use crate::harness::rotation::schedule::{Seeds, TURNS, Tally, crash, run_schedules};
use crate::harness::rotation::store::{Disk, Store};

/// One schedule against one service.
struct Schedule<'a> {
    mock: &'static MockModelArts,
    client: &'a Client,
    is_readable: bool,
    store: Store,
    chaos: Arc<Mutex<Chaos>>,
    rng: Rng,
    tally: &'a mut Tally,
}

impl Schedule<'_> {
    /// Rotates, or goes on with what was left open, until that ends or the process crashes.
    async fn rotate(&mut self) {
        let resumes = self.store.disk().record.is_some() && self.rng.bool();
        let turns = if self.rng.bool() { self.rng.usize(..TURNS) } else { usize::MAX };
        let resets = self.resets();
        self.chaos().has_arrived = false;
        self.store.disk().has_rehearsed = false;
        let mut rotation = self.client.rotate_app_secret(APP, &self.store, &self.store);
        if !self.is_readable {
            rotation = rotation.allow_unreadable();
        }
        let work = async {
            match resumes {
                true => self.client.resume_rotation(&self.store, &self.store).await.ok().flatten(),
                false => Some(rotation.await),
            }
        };
        let ended = crash(work, turns, || {}).await;
        let is_reset = self.resets() > resets;
        assert!(self.resets() <= resets + 1, "a reset was sent twice");
        assert!(!is_reset || self.store.disk().has_rehearsed, "the sink was not tried before");
        match ended {
            Some(Some(rotation)) => self.check(rotation, is_reset),
            Some(None) => self.tally.count("not resumed"),
            None => self.tally.count("crashed"),
        }
        let is_recorded = self.store.disk().record.is_some();
        assert!(is_recorded || self.works(), "lost: no record, and the sink's secret is no good");
    }

    /// Checks that what was said is true.
    fn check(&mut self, rotation: Rotation, is_reset: bool) {
        match rotation {
            Rotation::Rotated => {
                self.tally.count("Rotated");
                assert!(self.works(), "the sink's secret does not work after Rotated");
            }
            Rotation::Unchanged(error) => {
                self.tally.count("Unchanged");
                assert!(!is_reset, "the secret was reset all the same: {error}");
            }
            Rotation::Unsaved(unsaved) => {
                self.tally.count("Unsaved");
                let credentials = unsaved.into_credentials();
                let kept = Disk { credentials: Some(credentials), ..Disk::default() };
                *self.store.disk() = kept;
                assert!(self.works(), "the secret of Unsaved does not work");
            }
            Rotation::Unknown { read_back, .. } => {
                self.tally.count("Unknown");
                let has_arrived = self.chaos().has_arrived;
                assert!(!has_arrived, "the fresh secret arrived and is lost: {read_back}");
            }
        }
    }

    /// Runs until nothing goes wrong any more, as somebody does who follows the advice.
    async fn run(mut self) {
        for _ in 0..self.rng.u32(1..4) {
            self.rotate().await;
        }
        self.mock.clear_faults();
        self.store.repair();
        let resumed = self.client.resume_rotation(&self.store, &self.store).await;
        match resumed.expect("a log that works") {
            None => self.tally.count("end: no record"),
            Some(Rotation::Rotated) => self.tally.count("end: Rotated"),
            Some(Rotation::Unchanged(_)) => self.tally.count("end: Unchanged"),
            Some(Rotation::Unknown { .. }) if !self.is_readable => {
                self.tally.count(if self.works() { "end: told" } else { "end: lost and told" });
                let rotation = self.client.rotate_app_secret(APP, &self.store, &self.store);
                let rotated = rotation.allow_unreadable().await;
                assert!(matches!(rotated, Rotation::Rotated), "{rotated}");
            }
            Some(outcome) => panic!("nothing fails any more: {outcome}"),
        }
        // What was on its way has arrived by then.
        sleep(Duration::from_secs(60)).await;
        assert!(self.works(), "lost: the sink's secret is no good");
        assert_eq!(self.store.disk().record, None);
        self.tally.count("schedules");
    }

    /// Whether the service accepts what the sink holds.
    fn works(&self) -> bool {
        let disk = self.store.disk();
        let credentials = disk.credentials.as_ref().expect("the sink is never empty");
        self.mock.secret_accepted(APP, credentials.app_secret.expose())
    }

    /// How often the secret was reset by requests that did not time out.
    fn resets(&self) -> u64 {
        self.mock.resets(APP) - self.chaos().arrived_late
    }

    fn chaos(&self) -> MutexGuard<'_, Chaos> {
        self.chaos.lock().expect("nobody panicked with it")
    }
}

/// Runs schedules of faults and crashes against a service that shows secrets like this.
fn check(secrets: SecretsOnRead) {
    let seeds = Seeds::new(1_000);
    let mut tally = Tally::default();
    run_schedules(seeds, secrets, async |mock, client, mut rng| {
        let store = Store::new(&mut rng);
        set_app(mock);
        store.disk().credentials = Some(first_credentials());
        let chaos = Chaos::begin(mock, &mut rng);
        let is_readable = secrets == SecretsOnRead::Plain;
        let tally = &mut tally;
        Schedule { mock, client, is_readable, store, chaos, rng, tally }.run().await;
        true
    });
    println!("{} schedules, no secret lost: {:#?}", seeds.count, tally.0);
    assert_eq!(tally.0["schedules"], seeds.count);
}

#[test]
fn no_secret_is_lost() {
    check(SecretsOnRead::Plain);
}

#[test]
fn loss_of_an_unreadable_secret_is_reported() {
    check(SecretsOnRead::AlwaysMasked);
}
