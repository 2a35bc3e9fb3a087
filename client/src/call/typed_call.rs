//! One call of an operation, from its arguments to its response.

use std::pin::pin;
use std::sync::{Arc, Mutex};

use serde::Serialize;
use tracing::Instrument;

use super::context::{CallHistory, CallState, Context};
use super::decode::{self, Decode};
use super::operation::Operation;
use super::options::CallOptions;
use super::path_segment::PathSegment;
use super::payload::Payload;
use super::{trace, transport};
use crate::client::Client;
use crate::error::Error;
use crate::generated::api;
use crate::output::{Guarantees, Output};
use crate::response::Response;
use crate::secret::{self, Secret};

/// A call to which the generated code passes arguments, and which it sends and finishes.
pub(crate) struct TypedCall {
    api: api::Client,
}

impl Client {
    /// Begins a call. Its time runs from here.
    pub(crate) async fn call(
        &self,
        operation: &'static Operation,
        options: CallOptions,
    ) -> Result<TypedCall, Error> {
        let client = &self.0;
        let limits = options.or(client.options).limits();
        let deadline = transport::deadline(limits.timeout);
        let span = trace::call(operation);
        transport::check_time_left(deadline)
            .map_err(|error| trace::failed(&span, error.with_operation(operation)))?;
        let project_id = pin!(client.authenticator.project_id());
        let project_id = transport::with_deadline(deadline, project_id);
        let project_id = match project_id.instrument(span.clone()).await {
            Ok(id) => id.to_owned(),
            Err(error) => return Err(trace::failed(&span, error.with_operation(operation))),
        };
        let context = Context(Arc::new(CallState {
            client: Arc::clone(client),
            operation,
            project_id,
            limits,
            deadline,
            span,
            history: Mutex::default(),
        }));
        let base = &client.endpoint.base;
        Ok(TypedCall { api: api::Client::new_with_client(base, client.http.clone(), context) })
    }
}

#[allow(dead_code, reason = "not every document has parameters and bodies of each kind")]
impl TypedCall {
    /// The generated client, set up for this one call. Its methods only build the request, which they
    /// leave in the context; what they return is always an error.
    pub(crate) fn api(&self) -> &api::Client {
        &self.api
    }

    pub(crate) fn project_id(&self) -> &str {
        &self.state().project_id
    }

    /// Checks a path parameter.
    pub(crate) fn path_segment(&self, parameter: &str, value: &str) -> Result<PathSegment, Error> {
        PathSegment::new(value).map_err(|why| self.refused(parameter, why))
    }

    /// Checks a path parameter whose value must not be shown.
    pub(crate) fn secret_path_segment(
        &self,
        parameter: &str,
        value: &Secret,
    ) -> Result<PathSegment, Error> {
        self.path_segment(parameter, self.secret(value))
    }

    /// Exposes the value of a parameter, which must not come back in a message.
    pub(crate) fn secret<'s>(&self, value: &'s Secret) -> &'s str {
        self.state().history().secrets.push(value.clone());
        value.expose()
    }

    /// Serializes a request body, with its secrets in plaintext.
    pub(crate) fn payload<T: Serialize>(&self, body: &T) -> Result<Payload, Error> {
        let (json, secrets) = secret::to_exposed_json(body)
            .map_err(|_| self.refused("body", "cannot be written as JSON"))?;
        self.state().history().secrets.extend(secrets);
        Ok(Payload::new(json))
    }

    /// Serializes a request body that may be left out.
    pub(crate) fn optional_payload<T: Serialize>(
        &self,
        body: Option<&T>,
    ) -> Result<Payload, Error> {
        self.state().history().has_no_body = body.is_none();
        body.map_or_else(|| Ok(Payload::placeholder()), |body| self.payload(body))
    }

    /// Sends the request that progenitor has built, and returns the response or the first failure: one
    /// of the transport, then one of decoding, then a response without what the operation guarantees.
    pub(crate) async fn finish<T, C: Guarantees<T>>(
        self,
        decode: Decode<T>,
    ) -> Result<Response<Output<T, C>>, Error> {
        self.finished(decode, Output::new).await
    }

    /// Returns the response of a call whose body callers do not get.
    pub(crate) async fn finish_empty(self, decode: Decode<()>) -> Result<Response<()>, Error> {
        self.finished(decode, Ok).await
    }

    async fn finished<T, U>(
        &self,
        decode: Decode<T>,
        output: impl FnOnce(T) -> Result<U, &'static str>,
    ) -> Result<Response<U>, Error> {
        let state = self.state();
        // Pinned in its place, a future this large is not moved into each wrapper around it.
        let outcome = pin!(state.run()).instrument(state.span.clone()).await;
        let response =
            outcome.and_then(|response| decode::decoded(response, decode, output, state.operation));
        response.map_err(|error| {
            let CallHistory { attempts, was_sent, .. } = *state.history();
            let error = error.with_operation(state.operation).with_attempts(attempts, was_sent);
            trace::failed(&state.span, error)
        })
    }

    /// Returns the error of an argument that is not sent.
    pub(crate) fn refused(&self, parameter: &str, why: &str) -> Error {
        Error::invalid_argument(parameter, why).with_operation(self.state().operation)
    }

    fn state(&self) -> &CallState {
        self.api.inner.state()
    }
}
