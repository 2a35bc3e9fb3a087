//! Whether a request that ran out of time was still waiting for its connection.

use std::future::poll_fn;
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering::Relaxed};
use std::task::{Context, Poll};

use tower_layer::Layer;
use tower_service::Service;

#[cfg(test)]
mod tests;

tokio::task_local! {
    static CURRENT: Dial;
}

/// Watches how one request gets its connection.
#[derive(Clone, Default)]
pub(crate) struct Dial {
    /// Whether the request was dropped before the connection that it had begun was established.
    is_given_up: Arc<AtomicBool>,
}

impl Dial {
    /// Runs `request`, whose connection is watched.
    pub(crate) async fn watch<T>(&self, request: impl Future<Output = T>) -> T {
        CURRENT.scope(self.clone(), request).await
    }

    /// Returns whether the request, which was dropped, is known not to have been sent.
    ///
    /// A request that is given another connection leaves the one it had begun to a background
    /// task, where the end of that connection is not an end of the request.
    pub(crate) fn is_given_up(&self) -> bool {
        self.is_given_up.load(Relaxed)
    }
}

/// Makes connections known to the [`Dial`] of the request that begins them.
#[derive(Clone, Copy)]
pub(crate) struct Watched;

impl<S> Layer<S> for Watched {
    type Service = Connector<S>;

    fn layer(&self, inner: S) -> Connector<S> {
        Connector(Arc::new(inner))
    }
}

/// reqwest clones a connector for each request, also for one that needs no new connection. What is
/// inside, with the settings of TLS, is cloned only for a new one.
pub(crate) struct Connector<S>(Arc<S>);

impl<S> Clone for Connector<S> {
    fn clone(&self) -> Self {
        Self(Arc::clone(&self.0))
    }
}

impl<S, T> Service<T> for Connector<S>
where
    S: Service<T, Future: Send> + Clone + Send + 'static,
    T: Send + 'static,
{
    type Response = S::Response;
    type Error = S::Error;
    type Future = Pin<Box<dyn Future<Output = Result<S::Response, S::Error>> + Send>>;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), S::Error>> {
        // `call` waits for the clone that it uses.
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, target: T) -> Self::Future {
        let mut inner = S::clone(&self.0);
        let mut unfinished = Unfinished(CURRENT.try_with(Dial::clone).ok());
        Box::pin(async move {
            let connecting = async {
                poll_fn(|context| inner.poll_ready(context)).await?;
                inner.call(target).await
            };
            let connected = connecting.await;
            unfinished.finish();
            connected
        })
    }
}

/// A connection that is not established yet, and the request that began it.
struct Unfinished(Option<Dial>);

impl Unfinished {
    fn finish(&mut self) {
        self.0 = None;
    }
}

impl Drop for Unfinished {
    fn drop(&mut self) {
        let Some(dial) = &self.0 else { return };
        let is_current = |current: &Dial| Arc::ptr_eq(&current.is_given_up, &dial.is_given_up);
        if CURRENT.try_with(is_current).unwrap_or(false) {
            dial.is_given_up.store(true, Relaxed);
        }
    }
}
