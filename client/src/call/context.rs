//! The state of a call while it runs.

use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use reqwest::Request;
use tokio::time::Instant;
use tracing::Span;

use super::operation::Operation;
use super::options::Limits;
use crate::client::Inner;
use crate::secret::Secret;

/// What the generated client carries through a call.
#[derive(Clone)]
pub(crate) struct Context(pub(crate) Arc<CallState>);

/// What is fixed when a call begins, and what is known of it so far.
pub(crate) struct CallState {
    pub(crate) client: Arc<Inner>,
    pub(crate) operation: &'static Operation,
    pub(crate) project_id: String,
    pub(crate) limits: Limits,
    pub(crate) deadline: Instant,
    pub(crate) span: Span,
    pub(crate) history: Mutex<CallHistory>,
}

#[derive(Default)]
pub(crate) struct CallHistory {
    /// The secrets in the request, which must not come back in a message.
    pub(crate) secrets: Vec<Secret>,
    /// Whether the caller has left out the body, for which progenitor sends a placeholder.
    pub(crate) has_no_body: bool,
    /// The request that progenitor has built.
    pub(crate) request: Option<Request>,
    /// How many requests were sent.
    pub(crate) attempts: u32,
    /// Whether one of them may have reached the service.
    pub(crate) was_sent: bool,
}

impl Context {
    pub(crate) fn state(&self) -> &CallState {
        &self.0
    }
}

impl CallState {
    pub(crate) fn history(&self) -> MutexGuard<'_, CallHistory> {
        self.history.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl fmt::Debug for Context {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Context").field(&self.0.operation.id).finish()
    }
}
