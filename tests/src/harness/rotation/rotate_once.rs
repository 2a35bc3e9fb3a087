//! One rotation with a fault and a sink that fails, and the check of its outcome.

use std::io;
use std::sync::Mutex;

use modelarts_app_auth::{AppCredentials, Rotation};
use modelarts_app_auth_mock::{Fault, MockModelArts, SecretsOnRead};

use super::scene::{APP, start};

pub type Log = Mutex<Option<String>>;

/// A sink that fails from the `life`th use on, and quotes what it was given.
pub struct Sink {
    life: Mutex<u32>,
    pub saved: Mutex<Option<AppCredentials>>,
}

impl Sink {
    pub fn new(life: u32) -> Self {
        Self { life: Mutex::new(life), saved: Mutex::default() }
    }

    pub fn take(&self, credentials: Option<&AppCredentials>) -> io::Result<()> {
        let mut life = self.life.lock().expect("nobody panicked with it");
        let secret = credentials.map_or("nothing", |credentials| credentials.app_secret.expose());
        *life = life.checked_sub(1).ok_or_else(|| io::Error::other(format!("full: {secret}")))?;
        if let Some(credentials) = credentials {
            *self.saved.lock().expect("nobody panicked with it") = Some(credentials.clone());
        }
        Ok(())
    }
}

/// Rotates with this fault of the reset, and compares what is printed of the outcome.
pub async fn check(
    secrets: SecretsOnRead,
    fault: Option<Fault>,
    life: u32,
    expected: &str,
) -> (MockModelArts, Rotation, Log) {
    let (mock, client) = start(secrets).await;
    if let Some(fault) = fault {
        mock.fail_next("ResetApigAppSecret", fault);
    }
    let (sink, log) = (Sink::new(life), Log::default());
    let take = |credentials: Option<&AppCredentials>| sink.take(credentials);
    let mut rotation = client.rotate_app_secret(APP, &take, &log);
    if secrets == SecretsOnRead::AlwaysMasked && life > 0 {
        rotation = rotation.allow_unreadable();
    }
    let outcome = rotation.await;
    let printed = outcome.to_string();
    assert!(printed.starts_with(expected), "{printed}");
    let secret = mock.state().apps[0].app_secret.clone();
    assert!(!format!("{outcome} {outcome:?} {log:?}").contains(&secret), "a secret is printed");
    let saved = sink.saved.lock().expect("nobody panicked with it").take();
    let works = saved.is_some_and(|saved| saved.app_secret.expose() == secret);
    assert_eq!(works, matches!(outcome, Rotation::Rotated), "{outcome}");
    let is_open = log.lock().expect("nobody panicked with it").is_some();
    let stays = matches!(outcome, Rotation::Unknown { .. } | Rotation::Unsaved(_));
    assert_eq!(is_open, stays, "{outcome}");
    (mock, outcome, log)
}
