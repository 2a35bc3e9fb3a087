//! `replace_app`: at any time a pair of AppKey and AppSecret that was handed out works for every API.

use std::time::Duration;

use fastrand::Rng;
use modelarts_app_auth::{AppCredentials, Client, Replacement};
use modelarts_app_auth_mock::{Api, App, Authorization, MockModelArts, SecretsOnRead, State};
use serde_json::json;
use tokio::time::sleep;

use crate::harness::rotation::chaos::Chaos;
use crate::harness::rotation::scene::{APP, APP_KEY, FIRST_SECRET};
use crate::harness::rotation::schedule::{Seeds, TURNS, Tally, crash, run_schedules};
use crate::harness::rotation::store::Store;

const NEW_NAME: &str = "app_new";

/// One schedule against one service.
struct Schedule<'a> {
    mock: &'static MockModelArts,
    client: &'a Client,
    apis: Vec<String>,
    /// Apps that have nothing to do with it.
    others: usize,
    store: Store,
    rng: Rng,
    tally: &'a mut Tally,
}

impl Schedule<'_> {
    /// Replaces the app, or goes on with it. Until the caller is told to move, the old pair works.
    async fn replace(&mut self, turns: usize) -> Option<Replacement> {
        let before = self.store.disk().credentials.clone();
        let work = self.client.replace_app(APP, NEW_NAME, &self.store, &self.store).send();
        let watch = || assert!(self.old_works(), "lost: the old pair has ended");
        let replaced = crash(work, turns, watch).await;
        let outcome = match &replaced {
            Some(Replacement::HandedOver(_)) => {
                assert!(self.stored_works(), "what was handed over does not work");
                "HandedOver"
            }
            Some(Replacement::Unchanged(_)) => {
                assert_eq!(self.store.disk().credentials, before);
                "Unchanged"
            }
            Some(Replacement::Unfinished(_)) => "Unfinished",
            None => "crashed",
        };
        self.tally.count(outcome);
        replaced
    }

    /// Retires the old app, or goes on with it. All the while the new pair works.
    async fn retire(&mut self, turns: usize) -> bool {
        let work = self.client.retire_replaced_app(&self.store);
        let watch = || assert!(self.stored_works(), "lost: the new pair does not work");
        let retired = crash(work, turns, watch).await;
        let (outcome, is_over) = match retired {
            Some(Ok(_)) => ("Retired", true),
            Some(Err(_)) => ("not retired", false),
            None => ("crashed", false),
        };
        self.tally.count(outcome);
        is_over && self.store.disk().record.is_none()
    }

    async fn run(mut self) {
        Chaos::begin(self.mock, &mut self.rng);
        for _ in 0..self.rng.u32(..3) {
            let turns = self.turns();
            self.replace(turns).await;
        }
        self.calm();
        if self.others == 4 {
            let refused = self.replace(usize::MAX).await;
            assert!(matches!(refused, Some(Replacement::Unchanged(_))), "{refused:?}");
            self.tally.count("end: quota");
            return self.end(APP);
        }
        let replaced = self.replace(usize::MAX).await;
        let Some(Replacement::HandedOver(new)) = replaced else { panic!("{replaced:?}") };
        // What was on its way has arrived by then.
        sleep(Duration::from_secs(60)).await;
        Chaos::begin(self.mock, &mut self.rng);
        let mut is_over = false;
        for _ in 0..self.rng.u32(..3) {
            let turns = self.turns();
            is_over = is_over || self.retire(turns).await;
        }
        self.calm();
        assert!(is_over || self.retire(usize::MAX).await, "nothing fails any more");
        self.tally.count("end: replaced");
        self.end(new.as_str());
    }

    /// There is this app beside the others, and nothing is left to do.
    fn end(&mut self, app_id: &str) {
        let apps = self.mock.app_ids();
        assert!(apps.iter().any(|app| app == app_id) && apps.len() == self.others + 1, "{apps:?}");
        assert!(self.stored_works());
        assert_eq!(self.store.disk().record, None);
        self.tally.count("schedules");
    }

    fn turns(&mut self) -> usize {
        if self.rng.bool() { self.rng.usize(..TURNS) } else { usize::MAX }
    }

    fn calm(&self) {
        self.mock.clear_faults();
        self.store.repair();
    }

    fn old_works(&self) -> bool {
        self.apis.iter().all(|api| self.mock.pair_works(APP_KEY, FIRST_SECRET, api))
    }

    fn stored_works(&self) -> bool {
        let disk = self.store.disk();
        let AppCredentials { app_key, app_secret, .. } = disk.credentials.as_ref().expect("a pair");
        let key = app_key.as_ref().expect("a key");
        self.apis.iter().all(|api| self.mock.pair_works(key, app_secret.expose(), api))
    }
}

/// An app that may call these APIs, beside other apps, and its pair in the sink.
fn set_scene(mock: &MockModelArts, apis: &[String], others: usize, store: &Store) {
    let app = |app_id: String, app_name: String| App { app_id, app_name, ..App::default() };
    let mut apps = vec![App {
        app_key: APP_KEY.to_owned(),
        app_secret: FIRST_SECRET.to_owned(),
        ..app(APP.to_owned(), "app_old".to_owned())
    }];
    // The list of apps that are called like the new one has these, too.
    apps.extend((0..others).map(|n| app(format!("other{n}"), format!("{NEW_NAME}_{n}"))));
    let api = |id: &String| Api { api_id: id.clone(), api_name: id.clone(), ..Api::default() };
    let authorization = |id: &String| Authorization {
        auth_id: format!("auth of {id}"),
        api_id: id.clone(),
        app_id: APP.to_owned(),
    };
    mock.edit(|state| {
        *state = State {
            apps,
            apis: apis.iter().map(api).collect(),
            authorizations: apis.iter().map(authorization).collect(),
            ..State::default()
        };
    });
    let pair = json!({ "app_id": APP, "app_key": APP_KEY, "app_secret": FIRST_SECRET });
    store.disk().credentials = serde_json::from_value(pair).expect("credentials");
}

/// Runs schedules of faults and crashes against a service that shows secrets like this.
fn check(secrets: SecretsOnRead) {
    let seeds = Seeds::new(200);
    let mut tally = Tally::default();
    run_schedules(seeds, secrets, async |mock, client, mut rng| {
        let store = Store::new(&mut rng);
        let apis: Vec<_> = (0..rng.usize(1..4)).map(|n| format!("api{n}")).collect();
        let others = rng.usize(..5);
        set_scene(mock, &apis, others, &store);
        let tally = &mut tally;
        Schedule { mock, client, apis, others, store, rng, tally }.run().await;
        true
    });
    println!("{} schedules, no pair lost: {:#?}", seeds.count, tally.0);
    assert_eq!(tally.0["schedules"], seeds.count);
}

#[test]
fn one_pair_works_at_any_time() {
    check(SecretsOnRead::Plain);
}

#[test]
fn one_pair_works_at_any_time_with_masked_secrets() {
    check(SecretsOnRead::AlwaysMasked);
}
