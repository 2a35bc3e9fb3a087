//! Calls from code that is not async.

use std::future::Future;
use std::pin::pin;
use std::sync::OnceLock;
use std::task::{Context, Waker};

use tokio::runtime::{Builder, Runtime};
use tokio::task::consume_budget;

use crate::error::Error;

/// One runtime for all clients of the process; its thread drives the connections between calls.
static RUNTIME: OnceLock<Runtime> = OnceLock::new();

/// More steps than tokio lets a task take in one turn, which it counts in a byte.
const STEPS: usize = 256;

/// Runs `call` to its end while this thread waits.
pub(crate) fn wait<T>(call: impl Future<Output = Result<T, Error>>) -> Result<T, Error> {
    if is_polling() {
        return Err(Error::configuration(
            "send_blocking: called from async code, which it would stop; use `send().await`, or \
             call it inside `tokio::task::spawn_blocking`",
        ));
    }
    runtime()?.block_on(call)
}

/// Whether tokio polls a future on this thread, and would panic if it were to block.
///
/// Also threads that may block, such as those of `spawn_blocking`, belong to a runtime. But only
/// what is polled runs out of steps. Its next `await` then lets other tasks go first.
fn is_polling() -> bool {
    let mut context = Context::from_waker(Waker::noop());
    (0..STEPS).any(|_| pin!(consume_budget()).poll(&mut context).is_pending())
}

fn runtime() -> Result<&'static Runtime, Error> {
    if let Some(runtime) = RUNTIME.get() {
        return Ok(runtime);
    }
    let runtime = Builder::new_multi_thread().worker_threads(1).enable_all().build();
    let runtime = runtime.map_err(|error| {
        Error::configuration("send_blocking: no thread could be started").with_source(error)
    })?;
    Ok(RUNTIME.get_or_init(|| runtime))
}
