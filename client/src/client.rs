//! The client itself: what its calls share.

use std::fmt;
use std::sync::Arc;

use crate::call::options::CallOptions;
use crate::call::retry::Budget;
use crate::credentials::authenticator::Authenticator;
use crate::endpoint::Endpoint;

/// Calls the operations of one project.
///
/// Cloning is cheap, and clones share their connections. Build it once.
#[derive(Clone)]
pub struct Client(pub(crate) Arc<Inner>);

pub(crate) struct Inner {
    /// For the endpoint of the service.
    pub(crate) http: reqwest::Client,
    pub(crate) endpoint: Endpoint,
    pub(crate) authenticator: Authenticator,
    pub(crate) options: CallOptions,
    pub(crate) budget: Budget,
    /// In bytes.
    pub(crate) max_response_size: usize,
}

impl fmt::Debug for Client {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Client").field("endpoint", &self.0.endpoint.base).finish_non_exhaustive()
    }
}
