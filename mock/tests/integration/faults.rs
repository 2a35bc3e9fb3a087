//! Injected faults, as a client sees them.

use std::time::Duration;

use modelarts_app_auth::types::CreateApigAppRequest;
use modelarts_app_auth::{CallOptions, Client, ErrorKind};
use modelarts_app_auth_mock::{App, Fault, FaultKind, MockModelArts};

/// Resets an AppSecret with a fault; compares the kind of the error, and how often it was reset.
async fn check(fault: Fault, kind: Option<ErrorKind>, resets: u64) {
    let mock = MockModelArts::start().await.unwrap();
    mock.edit(|state| state.apps.push(App { app_id: "app".into(), ..App::default() }));
    mock.fail_next("ResetApigAppSecret", fault);
    let error = reset(&mock.client().unwrap()).await;
    assert_eq!((error, mock.resets("app")), (kind, resets), "{fault:?}");
    assert_eq!(reset(&mock.client().unwrap()).await, None, "the call after {fault:?}");
}

async fn reset(client: &Client) -> Option<ErrorKind> {
    let once = CallOptions::new().max_attempts(1).timeout(Duration::from_secs(5));
    let body = CreateApigAppRequest::new("any");
    client.reset_apig_app_secret("app", body).options(once).await.err().map(|error| error.kind())
}

#[tokio::test(start_paused = true)]
async fn fault_before_the_call_changes_nothing() {
    let second = Duration::from_secs(1);
    check(Fault::Before(FaultKind::Delay(second)), None, 1).await;
    check(Fault::Before(FaultKind::Delay(second * 6)), Some(ErrorKind::MaybeSent), 0).await;
    check(Fault::Before(FaultKind::Hang), Some(ErrorKind::MaybeSent), 0).await;
    check(Fault::Before(FaultKind::Reset), Some(ErrorKind::MaybeSent), 0).await;
    check(Fault::Before(FaultKind::Status(500)), Some(ErrorKind::Service), 0).await;
    check(Fault::Before(FaultKind::TooManyRequests(1)), Some(ErrorKind::Service), 0).await;
    check(Fault::Before(FaultKind::Html), Some(ErrorKind::Service), 0).await;
}

#[tokio::test(start_paused = true)]
async fn fault_after_the_call_keeps_its_effect() {
    let second = Duration::from_secs(1);
    check(Fault::After(FaultKind::Delay(second)), None, 1).await;
    check(Fault::After(FaultKind::Delay(second * 6)), Some(ErrorKind::MaybeSent), 1).await;
    check(Fault::After(FaultKind::Hang), Some(ErrorKind::MaybeSent), 1).await;
    check(Fault::After(FaultKind::Reset), Some(ErrorKind::MaybeSent), 1).await;
    check(Fault::After(FaultKind::Status(503)), Some(ErrorKind::Service), 1).await;
    check(Fault::After(FaultKind::Html), Some(ErrorKind::Service), 1).await;
    check(Fault::After(FaultKind::Truncated), Some(ErrorKind::Undecodable), 1).await;
    check(Fault::After(FaultKind::OtherShape), Some(ErrorKind::Undecodable), 1).await;
}

#[tokio::test]
#[should_panic(expected = "unknown operation `ShowApigAp`; did you mean `ShowApigApp`?")]
async fn fault_of_an_unknown_operation_panics_with_a_suggestion() {
    let mock = MockModelArts::start().await.unwrap();
    mock.fail_next("ShowApigAp", Fault::Before(FaultKind::Reset));
}
