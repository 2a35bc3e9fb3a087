//! Calls from code that is not async.

use std::future::Future;
use std::sync::OnceLock;

use tokio::runtime::{Builder, Handle, Runtime};

use crate::Error;

/// One runtime for all clients of the process; its thread drives the connections between calls.
static RUNTIME: OnceLock<Runtime> = OnceLock::new();

/// Runs `call` to its end while this thread waits.
pub(crate) fn wait<T>(call: impl Future<Output = Result<T, Error>>) -> Result<T, Error> {
    if Handle::try_current().is_ok() {
        let reason = "send_blocking: this thread runs async code, which it would stop; use send";
        return Err(Error::configuration(reason));
    }
    runtime()?.block_on(call)
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
