//! What goes wrong on purpose, as a client meets it.

use std::time::Duration;

use modelarts_app_auth::types::CreateApigAppRequest;
use modelarts_app_auth::{CallOptions, Client, ErrorKind};
use modelarts_app_auth_mock::{App, Fault, MockModelArts, Trouble};

/// Resets a secret under a fault: the kind of the error, and how often the secret was reset.
async fn check(fault: Fault, kind: Option<ErrorKind>, resets: u64) {
    let mock = MockModelArts::start().await.unwrap();
    mock.edit(|state| state.apps.push(App { app_id: "app".into(), ..App::default() }));
    mock.fail_next("ResetApigAppSecret", fault);
    let outcome = reset(&mock.client().unwrap()).await;
    assert_eq!((outcome, mock.resets("app")), (kind, resets), "{fault:?}");
    assert_eq!(reset(&mock.client().unwrap()).await, None, "the call after {fault:?}");
}

async fn reset(client: &Client) -> Option<ErrorKind> {
    let once = CallOptions::new().max_attempts(1).timeout(Duration::from_secs(5));
    let body = CreateApigAppRequest::new("any");
    client.reset_apig_app_secret("app", body).options(once).await.err().map(|error| error.kind())
}

#[tokio::test(start_paused = true)]
async fn a_call_that_is_not_carried_out_changes_nothing() {
    let second = Duration::from_secs(1);
    check(Fault::Before(Trouble::Delay(second)), None, 1).await;
    check(Fault::Before(Trouble::Delay(second * 6)), Some(ErrorKind::MaybeSent), 0).await;
    check(Fault::Before(Trouble::Hang), Some(ErrorKind::MaybeSent), 0).await;
    check(Fault::Before(Trouble::Reset), Some(ErrorKind::MaybeSent), 0).await;
    check(Fault::Before(Trouble::Status(500)), Some(ErrorKind::Service), 0).await;
    check(Fault::Before(Trouble::TooManyRequests(1)), Some(ErrorKind::Service), 0).await;
    check(Fault::Before(Trouble::Html), Some(ErrorKind::Service), 0).await;
}

#[tokio::test(start_paused = true)]
async fn a_call_that_is_carried_out_has_its_effect_whatever_befalls_the_answer() {
    let second = Duration::from_secs(1);
    check(Fault::After(Trouble::Delay(second)), None, 1).await;
    check(Fault::After(Trouble::Delay(second * 6)), Some(ErrorKind::MaybeSent), 1).await;
    check(Fault::After(Trouble::Hang), Some(ErrorKind::MaybeSent), 1).await;
    check(Fault::After(Trouble::Reset), Some(ErrorKind::MaybeSent), 1).await;
    check(Fault::After(Trouble::Status(503)), Some(ErrorKind::Service), 1).await;
    check(Fault::After(Trouble::Html), Some(ErrorKind::Service), 1).await;
    check(Fault::After(Trouble::Torn), Some(ErrorKind::Undecodable), 1).await;
    check(Fault::After(Trouble::Moved), Some(ErrorKind::Undecodable), 1).await;
}
