//! How requests are told apart that end before and after their connection is established.

use std::future::{Ready, pending, ready};
use std::pin::pin;

use futures_util::FutureExt;

use super::*;

/// Connects at once, or never.
#[derive(Clone)]
struct Target {
    is_reachable: bool,
}

impl Service<()> for Target {
    type Response = ();
    type Error = ();
    type Future =
        futures_util::future::Either<Ready<Result<(), ()>>, std::future::Pending<Result<(), ()>>>;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), ()>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, (): ()) -> Self::Future {
        if self.is_reachable { ready(Ok(())).left_future() } else { pending().right_future() }
    }
}

fn connect(is_reachable: bool) -> <Connector<Target> as Service<()>>::Future {
    Watched.layer(Target { is_reachable }).call(())
}

/// Polls a request once and drops it; whether it is known not to have been sent is compared.
fn check(request: impl Future<Output = ()>, dial: &Dial, is_given_up: bool) {
    {
        let watched = pin!(dial.watch(request));
        assert!(watched.now_or_never().is_none(), "the request waits");
    }
    assert_eq!(dial.is_given_up(), is_given_up);
}

#[test]
fn a_request_that_is_dropped_while_it_connects_is_not_sent() {
    check(async { connect(false).await.expect("never") }, &Dial::default(), true);
}

#[test]
fn a_request_that_is_dropped_when_it_has_connected_may_be_sent() {
    let request = async {
        connect(true).await.expect("a connection");
        pending::<()>().await;
    };
    check(request, &Dial::default(), false);
}

#[test]
fn a_request_on_a_connection_that_was_there_may_be_sent() {
    check(pending(), &Dial::default(), false);
}

#[tokio::test]
async fn a_request_that_leaves_its_connection_to_a_background_task_may_be_sent() {
    let dial = Dial::default();
    let mut begun = None;
    let request = async {
        begun = Some(connect(false));
        pending::<()>().await;
    };
    check(request, &dial, false);
    let begun = tokio::spawn(begun.expect("a connection"));
    begun.abort();
    assert!(begun.await.is_err_and(|error| error.is_cancelled()));
    assert!(!dial.is_given_up());
}
