//! A rotation changes nothing if its log holds the record of another one by then.

use std::io;

use modelarts_app_auth::{AppCredentials, Replacement, Rotation};
use modelarts_app_auth_mock::SecretsOnRead;

use crate::harness::rotation::rotate_once::{Log, Sink, check};
use crate::harness::rotation::scene::{APP, record_of_another, start};

const OVERTAKEN: &str = "no longer has the record of this rotation";

/// Another one begins after this one has checked that the log is empty.
#[tokio::test(start_paused = true)]
async fn record_of_another_rotation_is_not_replaced() {
    let (mock, client) = start(SecretsOnRead::Plain).await;
    let other = record_of_another(APP, &mock.state().projects[0].id);
    let log = Log::default();
    let sink = |credentials: Option<&AppCredentials>| {
        assert!(credentials.is_none(), "nothing to save");
        *log.lock().expect("nobody panicked with it") = Some(other.clone());
        Ok(())
    };
    let empty = || *log.lock().expect("nobody panicked with it") = None;
    let rotated = client.rotate_app_secret(APP, &sink, &log).await;
    assert!(matches!(&rotated, Rotation::Unchanged(_)), "{rotated}");
    empty();
    let replaced = client.replace_app(APP, "app_new", &sink, &log).await;
    assert!(matches!(&replaced, Replacement::Unchanged(_)), "{replaced}");
    for said in [rotated.to_string(), replaced.to_string()] {
        assert!(said.contains(OVERTAKEN), "{said}");
    }
    assert_eq!(log.lock().expect("nobody panicked with it").as_ref(), Some(&other));
    assert_eq!((mock.resets(APP), mock.app_ids().len()), (0, 1));
}

/// Another one takes over while this one saves.
#[tokio::test(start_paused = true)]
async fn record_of_another_rotation_is_not_cleared() {
    let (mock, client) = start(SecretsOnRead::Plain).await;
    let other = record_of_another(APP, &mock.state().projects[0].id);
    let log = Log::default();
    let sink = |credentials: Option<&AppCredentials>| -> io::Result<()> {
        if credentials.is_some() {
            *log.lock().expect("nobody panicked with it") = Some(other.clone());
        }
        Ok(())
    };
    let rotated = client.rotate_app_secret(APP, &sink, &log).await;
    assert!(rotated.to_string().contains(OVERTAKEN), "{rotated}");
    let Rotation::Unsaved(unsaved) = rotated else { panic!("{rotated}") };
    assert!(mock.secret_accepted(APP, unsaved.into_credentials().app_secret.expose()));
    assert_eq!(log.lock().expect("nobody panicked with it").as_ref(), Some(&other));
}

/// Another one takes over between two tries to save.
#[tokio::test(start_paused = true)]
async fn sink_is_not_tried_again_after_another_rotation_took_over() {
    let (mock, client) = start(SecretsOnRead::Plain).await;
    let other = record_of_another(APP, &mock.state().projects[0].id);
    let log = Log::default();
    let tries = std::sync::Mutex::new(0);
    let sink = |credentials: Option<&AppCredentials>| -> io::Result<()> {
        let Some(_) = credentials else { return Ok(()) };
        *tries.lock().expect("nobody panicked with it") += 1;
        *log.lock().expect("nobody panicked with it") = Some(other.clone());
        Err(io::ErrorKind::StorageFull.into())
    };
    let rotated = client.rotate_app_secret(APP, &sink, &log).await;
    assert!(matches!(&rotated, Rotation::Unsaved(_)), "{rotated}");
    assert!(rotated.to_string().contains(OVERTAKEN), "{rotated}");
    assert_eq!(*tries.lock().expect("nobody panicked with it"), 1);
}

/// One that resumes makes the record its own, even if it does not come to an end.
#[tokio::test(start_paused = true)]
async fn resumed_rotation_is_no_longer_that_of_the_first() {
    let unsaved = "the old AppSecret is no longer valid, store the new one: ";
    let (mock, outcome, log) = check(SecretsOnRead::Plain, None, 1, unsaved).await;
    let Rotation::Unsaved(unsaved) = outcome else { panic!("{outcome}") };
    let client = mock.client().expect("a client");
    let full = |_: Option<&AppCredentials>| Err(io::ErrorKind::StorageFull.into());
    let resumed = client.resume_rotation(&full, &log).await.expect("a log").expect("a record");
    let Rotation::Unsaved(taken_over) = resumed else { panic!("{resumed}") };
    let sink = Sink::new(9);
    let take = |credentials: Option<&AppCredentials>| sink.take(credentials);
    let saved = unsaved.save(&take, &log).await;
    assert!(saved.to_string().contains(OVERTAKEN), "{saved}");
    assert!(sink.saved.lock().expect("nobody panicked with it").is_none());
    let saved = taken_over.save(&take, &log).await;
    assert!(matches!(saved, Rotation::Rotated), "{saved}");
}

/// The AppSecret that could not be saved is older than the one that another rotation has saved.
#[tokio::test(start_paused = true)]
async fn unsaved_secret_does_not_replace_a_newer_one() {
    let unsaved = "the old AppSecret is no longer valid, store the new one: ";
    let (mock, outcome, log) = check(SecretsOnRead::Plain, None, 1, unsaved).await;
    let Rotation::Unsaved(mut unsaved) = outcome else { panic!("{outcome}") };
    let client = mock.client().expect("a client");
    let sink = Sink::new(99);
    let take = |credentials: Option<&AppCredentials>| sink.take(credentials);
    let rotated = client.rotate_app_secret(APP, &take, &log).await;
    assert!(matches!(rotated, Rotation::Rotated), "{rotated}");
    // The record is gone, and later there is the one of another rotation.
    for record in [None, Some(record_of_another(APP, &mock.state().projects[0].id))] {
        *log.lock().expect("nobody panicked with it") = record.clone();
        let outcome = unsaved.save(&take, &log).await;
        let printed = outcome.to_string();
        assert!(printed.contains(OVERTAKEN), "{printed}");
        let Rotation::Unsaved(still) = outcome else { panic!("{outcome}") };
        unsaved = still;
        assert_eq!(*log.lock().expect("nobody panicked with it"), record);
    }
    let older = unsaved.into_credentials();
    let kept = sink.saved.lock().expect("nobody panicked with it").take().expect("credentials");
    assert!(mock.secret_accepted(APP, kept.app_secret.expose()) && kept != older);
}
