//! One exchange of an operation: sent, received, checked and recorded as a span.

use std::pin::pin;

use reqwest::{Client, Request};
use tracing::Instrument;

use super::operation::Operation;
use super::received_response::ReceivedResponse;
use super::transport::{self, Bounds};
use super::{decode, trace};
use crate::endpoint::Endpoint;
use crate::error::Error;
use crate::secret::Secret;

/// Sends `request` to `endpoint` once and returns the complete response. A status other than success
/// is an error, from whose message `secrets` are kept out. `resends` counts the exchanges before.
pub(crate) async fn exchange(
    operation: &'static Operation,
    http: &Client,
    endpoint: &Endpoint,
    request: Request,
    bounds: Bounds,
    resends: u32,
    secrets: impl Fn() -> Vec<Secret>,
) -> Result<ReceivedResponse, Error> {
    let span = trace::attempt(operation, endpoint, resends);
    let outcome = pin!(transport::round_trip(operation, http, endpoint, request, bounds, &secrets))
        .instrument(span.clone())
        .await
        .and_then(|response| decode::complete(response, operation, &secrets))
        .map_err(|error| error.with_operation(operation));
    trace::record_outcome(&span, &outcome);
    outcome
}
