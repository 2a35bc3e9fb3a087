//! One call of an operation, from its arguments to its answer.

use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use progenitor_client::ResponseValue;
use serde::Serialize;
use serde::de::DeserializeOwned;
use tokio::time::Instant;
use tracing::{Instrument, Span};

use crate::Error;
use crate::answer::Answer;
use crate::client::{Client, Parts};
use crate::decode::{self, Guarantee};
use crate::generated::api;
use crate::operation::Operation;
use crate::options::{CallOptions, Limits};
use crate::payload::Payload;
use crate::response::Response;
use crate::secret::{self, Secret};
use crate::segment::Segment;
use crate::{trace, transport};

/// A call that the generated face fills with arguments, makes and finishes.
pub(crate) struct Call {
    api: api::Client,
}

/// What the generated client carries through a call.
#[derive(Clone)]
pub(crate) struct Context(Arc<State>);

/// What is fixed when a call begins, and what is known of it so far.
pub(crate) struct State {
    pub(crate) client: Arc<Parts>,
    pub(crate) operation: &'static Operation,
    pub(crate) project_id: String,
    pub(crate) limits: Limits,
    pub(crate) deadline: Instant,
    pub(crate) span: Span,
    record: Mutex<Record>,
}

#[derive(Default)]
pub(crate) struct Record {
    /// The secrets in the request, which must not come back in a message.
    pub(crate) secrets: Vec<Secret>,
    /// How many requests were sent.
    pub(crate) attempts: u32,
    /// Whether one of them may have reached the service.
    pub(crate) was_sent: bool,
    pub(crate) outcome: Option<Result<Answer, Error>>,
}

impl Client {
    /// Begins a call. Its time runs from here.
    pub(crate) async fn call(
        &self,
        operation: &'static Operation,
        options: CallOptions,
    ) -> Result<Call, Error> {
        let client = &self.0;
        let limits = options.or(client.options).limits();
        let deadline = transport::deadline(limits.timeout);
        let span = trace::call(operation);
        check_time_left(deadline)
            .map_err(|error| trace::failed(&span, error.with_operation(operation)))?;
        let project_id = transport::in_time(deadline, client.authenticator.project_id());
        let project_id = match project_id.instrument(span.clone()).await {
            Ok(id) => id.to_owned(),
            Err(error) => return Err(trace::failed(&span, error.with_operation(operation))),
        };
        let context = Context(Arc::new(State {
            client: Arc::clone(client),
            operation,
            project_id,
            limits,
            deadline,
            span,
            record: Mutex::default(),
        }));
        let base = &client.endpoint.base;
        Ok(Call { api: api::Client::new_with_client(base, client.http.clone(), context) })
    }
}

/// Refuses to send a request for whose response no time is left.
pub(crate) fn check_time_left(deadline: Instant) -> Result<(), Error> {
    if Instant::now() < deadline {
        return Ok(());
    }
    Err(Error::not_sent("the timeout ended before the request was sent"))
}

impl Call {
    /// The generated client, set up for this one call.
    pub(crate) fn api(&self) -> &api::Client {
        &self.api
    }

    pub(crate) fn project_id(&self) -> &str {
        &self.state().project_id
    }

    /// Checks a path parameter.
    pub(crate) fn segment(&self, parameter: &str, value: &str) -> Result<Segment, Error> {
        Segment::new(value).map_err(|why| self.refused(parameter, why))
    }

    /// Checks a path parameter whose value must not be shown.
    pub(crate) fn secret_segment(&self, parameter: &str, value: &Secret) -> Result<Segment, Error> {
        self.segment(parameter, self.secret(value))
    }

    /// Exposes the value of a parameter, which must not come back in a message.
    pub(crate) fn secret<'s>(&self, value: &'s Secret) -> &'s str {
        self.state().record().secrets.push(value.clone());
        value.expose()
    }

    /// Serializes a request body, with its secrets in clear.
    pub(crate) fn payload<T: Serialize>(&self, body: &T) -> Result<Payload, Error> {
        let (json, secrets) = secret::to_exposed_json(body)
            .map_err(|_| self.refused("body", "cannot be written as JSON"))?;
        self.state().record().secrets.extend(secrets);
        Ok(Payload::new(json))
    }

    /// Serializes a request body that may be left out.
    pub(crate) fn optional_payload<T: Serialize>(
        &self,
        body: Option<&T>,
    ) -> Result<Payload, Error> {
        body.map_or_else(|| Ok(Payload::absent()), |body| self.payload(body))
    }

    /// Judges how the call went: what failed on the way, then what the generated client made of
    /// the answer, then what the operation guarantees.
    pub(crate) fn finish<T: DeserializeOwned>(
        self,
        value: Result<ResponseValue<T>, progenitor_client::Error>,
        guarantees: &[Guarantee<T>],
    ) -> Result<Response<T>, Error> {
        let state = self.state();
        let Record { outcome, attempts, was_sent, .. } = std::mem::take(&mut *state.record());
        let response = match outcome {
            Some(Ok(answer)) => decode::decoded(value, guarantees, answer, state.operation),
            Some(Err(error)) => Err(error),
            None => Err(self.refused("request", "is not a valid HTTP request")),
        };
        response.map_err(|error| {
            let error = error.with_operation(state.operation).with_attempts(attempts, was_sent);
            trace::failed(&state.span, error)
        })
    }

    fn refused(&self, parameter: &str, why: &str) -> Error {
        Error::invalid_argument(parameter, why).with_operation(self.state().operation)
    }

    fn state(&self) -> &State {
        self.api.inner.state()
    }
}

impl Context {
    pub(crate) fn state(&self) -> &State {
        &self.0
    }
}

impl State {
    pub(crate) fn record(&self) -> MutexGuard<'_, Record> {
        self.record.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl fmt::Debug for Context {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Context").field(&self.0.operation.id).finish()
    }
}
