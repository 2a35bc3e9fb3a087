//! The outcomes of rotations, and that they are true.

use std::sync::Mutex;

use modelarts_app_auth::{AppCredentials, Replacement, Rotation};
use modelarts_app_auth_mock::{Api, Authorization, Fault, FaultKind, SecretsOnRead, Service};

use tokio::runtime::Builder;

use crate::harness::log;
use crate::harness::rotation::rotate_once::{Log, Sink, check};
use crate::harness::rotation::scene::{APP, APP_KEY, FIRST_SECRET, record_of_another, start};

#[tokio::test(start_paused = true)]
async fn new_secret_is_in_the_sink() {
    let rotated = "the sink holds the new AppSecret, the old one is no longer valid";
    for (secrets, fault) in [
        (SecretsOnRead::Plain, None),
        (SecretsOnRead::AlwaysMasked, None),
        // Out of a response of another form.
        (SecretsOnRead::AlwaysMasked, Some(Fault::After(FaultKind::OtherShape))),
        // Read back.
        (SecretsOnRead::Plain, Some(Fault::After(FaultKind::Reset))),
        (SecretsOnRead::Plain, Some(Fault::After(FaultKind::Html))),
        (SecretsOnRead::Plain, Some(Fault::After(FaultKind::Hang))),
        (SecretsOnRead::Plain, Some(Fault::After(FaultKind::Status(500)))),
    ] {
        let (mock, ..) = check(secrets, fault, u32::MAX, rotated).await;
        assert_eq!(mock.resets(APP), 1, "{fault:?}");
    }
}

#[tokio::test(start_paused = true)]
async fn failed_rotation_changes_nothing() {
    let unchanged = "this call changed nothing: ";
    for (secrets, fault, life, why) in [
        (SecretsOnRead::Plain, None, 0, "not sent: the sink failed: full: nothing"),
        (
            SecretsOnRead::AlwaysMasked,
            None,
            0,
            "ShowApigApp: 200 the AppSecret cannot be read back",
        ),
        (
            SecretsOnRead::Plain,
            Some(Fault::Before(FaultKind::Status(403))),
            9,
            "ResetApigAppSecret: 403",
        ),
        (
            SecretsOnRead::Plain,
            Some(Fault::Before(FaultKind::Reset)),
            9,
            "ResetApigAppSecret: outcome",
        ),
    ] {
        let (mock, outcome, _) = check(secrets, fault, life, &format!("{unchanged}{why}")).await;
        assert!(matches!(outcome, Rotation::Unchanged(_)));
        assert!(mock.secret_accepted(APP, FIRST_SECRET), "{fault:?}");
    }
}

#[tokio::test(start_paused = true)]
async fn sink_that_fails_after_the_reset_leaves_the_secret_unsaved() {
    let unsaved = "the old AppSecret is no longer valid, store the new one: not sent: the sink failed: full: [redacted]";
    let (mock, outcome, log) = check(SecretsOnRead::Plain, None, 1, unsaved).await;
    let Rotation::Unsaved(unsaved) = outcome else { panic!("{outcome}") };
    let sink = Sink::new(9);
    let take = |credentials: Option<&AppCredentials>| sink.take(credentials);
    let saved = unsaved.save(&take, &log).await;
    assert!(matches!(saved, Rotation::Rotated), "{saved}");
    let credentials =
        sink.saved.lock().expect("nobody panicked with it").take().expect("credentials");
    assert!(mock.secret_accepted(APP, credentials.app_secret.expose()));
    assert_eq!(credentials.app_key.as_deref(), Some(APP_KEY));
    assert_eq!(log.into_inner().expect("a log"), None);
}

#[tokio::test(start_paused = true)]
async fn unreadable_secret_makes_the_outcome_unknown() {
    let (mock, client) = start(SecretsOnRead::AlwaysMasked).await;
    let (sink, log) = (Sink::new(9), Log::default());
    let take = |credentials: Option<&AppCredentials>| sink.take(credentials);
    for (fault, why) in [
        (
            Fault::After(FaultKind::Reset),
            "the old AppSecret may no longer be valid (ResetApigAppSecret: outcome",
        ),
        // A refusal says nothing of the reset before.
        (
            Fault::Before(FaultKind::Status(403)),
            "the old AppSecret may no longer be valid (ResetApigAppSecret: 403",
        ),
    ] {
        mock.fail_next("ResetApigAppSecret", fault);
        let outcome = client.rotate_app_secret(APP, &take, &log).allow_unreadable().await;
        assert!(outcome.to_string().starts_with(why), "{outcome}");
        let Rotation::Unknown { intent, .. } = outcome else { panic!("{outcome}") };
        assert_eq!((intent.app_id().as_str(), mock.resets(APP)), (APP, 1));
        let resumed = client.resume_rotation(&take, &log).await;
        assert!(matches!(resumed, Ok(Some(Rotation::Unknown { .. }))), "{resumed:?}");
    }
    let rotated = client.rotate_app_secret(APP, &take, &log).allow_unreadable().await;
    assert!(matches!(rotated, Rotation::Rotated), "{rotated}");
}

#[tokio::test(start_paused = true)]
async fn dropping_an_unsaved_secret_is_logged() {
    let old_has_ended = "the old AppSecret is no longer valid";
    let (mock, outcome, _) = check(SecretsOnRead::Plain, None, 1, old_has_ended).await;
    log::record();
    drop(outcome);
    let printed = log::recorded();
    assert!(printed.contains("ERROR") && printed.contains("dropped unsaved"), "{printed}");
    assert!(!printed.contains(&mock.state().apps[0].app_secret));
}

#[tokio::test(start_paused = true)]
async fn masked_secret_is_readable_with_iphertext_enabled() {
    let (_mock, client) = start(SecretsOnRead::Masked).await;
    let (sink, log) = (|_: Option<&AppCredentials>| Ok(()), Log::default());
    let rotated = client.rotate_app_secret(APP, &sink, &log).iphertext_enabled(true).await;
    assert!(matches!(rotated, Rotation::Rotated), "{rotated}");
}

#[tokio::test(start_paused = true)]
async fn log_with_another_record_is_not_replaced() {
    let (mock, client) = start(SecretsOnRead::Plain).await;
    let sink = |_: Option<&AppCredentials>| Ok(());
    let project = &mock.state().projects[0].id;
    for (record, why) in [
        (record_of_another("other", project), "the log has an open rotation of the app other"),
        (record_of_another(APP, "other"), "the log has an open rotation of the project other"),
        ("{}".to_owned(), "the log has something that is not a record"),
        (FIRST_SECRET.to_owned(), "the log has something that is not a record"),
    ] {
        let log = Mutex::new(Some(record.clone()));
        let outcome = client.rotate_app_secret(APP, &sink, &log).await;
        assert!(outcome.to_string().contains(why), "{outcome}");
        assert_eq!(log.into_inner().expect("a log"), Some(record), "the record stays");
    }
    assert_eq!(mock.resets(APP), 0);
    let resumed = client.resume_rotation(&sink, &Log::default()).await;
    assert!(matches!(resumed, Ok(None)));
}

/// An API of a service that somebody else has deployed.
#[tokio::test(start_paused = true)]
async fn api_that_cannot_be_authorized_is_named() {
    let (mock, client) = start(SecretsOnRead::Plain).await;
    mock.edit(|state| {
        let (own, second_user) = (state.services[0].clone(), state.users[1].id.clone());
        let foreign = Service { id: "foreign".to_owned(), user_id: second_user, ..own.clone() };
        for (api_id, service_id) in [("api1", &own.id), ("api2", &foreign.id)] {
            let (api_id, service_id) = (api_id.to_owned(), service_id.clone());
            let app_id = APP.to_owned();
            let authorization =
                Authorization { api_id: api_id.clone(), app_id, ..Default::default() };
            state.authorizations.push(authorization);
            state.apis.push(Api { api_id, service_id, ..Api::default() });
        }
        state.services.push(foreign);
    });
    let (sink, log) = (Sink::new(9), Log::default());
    let take = |credentials: Option<&AppCredentials>| sink.take(credentials);
    let replaced = client.replace_app(APP, "app_new", &take, &log).await;
    let printed = replaced.to_string();
    let what = " lacks 1 of the APIs: ";
    assert!(
        printed.contains(what) && printed.contains("API api2 of service foreign: "),
        "{printed}"
    );
    assert!(matches!(replaced, Replacement::Unfinished(_)));
    assert!(sink.saved.lock().expect("nobody panicked with it").is_none(), "nothing to use yet");
    let retired = client.retire_replaced_app(&log).await;
    assert!(retired.is_err_and(|error| error.to_string().contains("not handed over yet")));
    assert_eq!(mock.apis_of(APP).len(), 2, "the old app is as it was");
}

/// A list in another form must not be taken for an empty one.
#[tokio::test(start_paused = true)]
async fn missing_list_is_not_an_empty_list() {
    let other_shape = Fault::After(FaultKind::OtherShape);
    for (operation, expected) in [
        ("ListApigApps", "this call changed nothing: ListApigApps: 200 the response lacks /apps"),
        (
            "ShowApisBindToApp",
            "the new app is not ready, replace again to go on: ShowApisBindToApp: 200 the response lacks /apis",
        ),
    ] {
        let (mock, client) = start(SecretsOnRead::Plain).await;
        let (sink, log) = (|_: Option<&AppCredentials>| Ok(()), Log::default());
        mock.fail_next(operation, other_shape);
        let replaced = client.replace_app(APP, "app_new", &sink, &log).await;
        assert!(replaced.to_string().starts_with(expected), "{replaced}");
        let replaced = client.replace_app(APP, "app_new", &sink, &log).await;
        assert!(matches!(replaced, Replacement::HandedOver(_)), "{replaced}");
    }
}

#[tokio::test(start_paused = true)]
async fn name_of_another_app_changes_nothing() {
    let (mock, client) = start(SecretsOnRead::Plain).await;
    let (sink, log) = (|_: Option<&AppCredentials>| Ok(()), Log::default());
    let replaced = client.replace_app(APP, "app_test", &sink, &log).await;
    let taken = "this call changed nothing: not sent: there is an app called app_test already";
    assert_eq!(replaced.to_string(), taken);
    assert_eq!(mock.app_ids(), [APP]);
    assert!(matches!(client.retire_replaced_app(&log).await, Ok(None)));
}

#[test]
fn blocking_rotation_waits_for_its_outcome() {
    let runtime = Builder::new_multi_thread().worker_threads(1).enable_all().build();
    let runtime = runtime.expect("a runtime for the server");
    let (_mock, client) = runtime.block_on(start(SecretsOnRead::Plain));
    let (sink, log) = (|_: Option<&AppCredentials>| Ok(()), Log::default());
    let rotated = client.rotate_app_secret(APP, &sink, &log).send_blocking();
    assert!(matches!(rotated, Rotation::Rotated), "{rotated}");
    assert!(matches!(client.resume_rotation_blocking(&sink, &log), Ok(None)));
    let replaced = client.replace_app(APP, "app_new", &sink, &log).send_blocking();
    assert!(matches!(replaced, Replacement::HandedOver(_)), "{replaced}");
    let retired = client.retire_replaced_app_blocking(&log);
    assert_eq!(retired.expect("an app").expect("a replacement").as_str(), APP);
}
