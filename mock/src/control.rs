//! Controls the mock server over HTTP: faults, the clock, the quota, the calls.

use http::Method;
use jiff::Timestamp;
use serde::de::{DeserializeOwned, Error};
use serde::{Deserialize, Deserializer};
use serde_json::{Value, json};

use crate::contract::Contract;
use crate::fault::{Fault, FaultKind};
use crate::incoming_request::IncomingRequest;
use crate::server_state::ServerState;
use crate::service_error::ServiceError;
use crate::target::check_operation;

/// How many calls one request may let fail.
const MOST_FAULTS: usize = 1000;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct NewFault {
    operation: String,
    fault: Fault,
    #[serde(default = "once")]
    times: usize,
}

/// A setting that is left out is as at the start.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct NewSettings {
    #[serde(default, deserialize_with = "timestamp")]
    clock: Option<Timestamp>,
    quota: Option<usize>,
}

fn once() -> usize {
    1
}

fn timestamp<'de, D: Deserializer<'de>>(json: D) -> Result<Option<Timestamp>, D::Error> {
    let text = Option::<String>::deserialize(json)?;
    let wrong = "`clock` must be a time such as 2026-11-27T20:00:00Z";
    text.map(|text| text.parse().map_err(|_| D::Error::custom(wrong))).transpose()
}

impl ServerState {
    /// Carries out a request that controls the mock server. Returns the body of the response; null
    /// for none.
    pub(crate) fn control(
        &mut self,
        contract: &Contract,
        request: &IncomingRequest,
    ) -> Result<Value, ServiceError> {
        let method = &request.parts.method;
        // A page of another origin cannot send this media type unless the server allows it.
        if *method != Method::GET && !request.is_json() {
            let message = "the request needs the header `Content-Type: application/json`";
            return Err(ServiceError::wrong_control(415, message));
        }
        match (method.as_str(), request.parts.uri.path()) {
            ("POST", "/_mock/faults") => self.add_faults(contract, body(request)?)?,
            ("DELETE", "/_mock/faults") => self.faults.clear(),
            ("GET", "/_mock/settings") => {
                let clock = Timestamp::from_millisecond(self.settings.now() as i64);
                let clock = clock.unwrap_or(Timestamp::MAX).to_string();
                return Ok(json!({ "clock": clock, "quota": self.settings.quota }));
            }
            ("PUT", "/_mock/settings") => self.set(&body(request)?),
            ("GET", "/_mock/calls") => return Ok(json!({ "calls": self.calls.calls() })),
            ("POST", "/_mock/reset") => self.reset(),
            _ => {
                let message = "expected one of: POST or DELETE /_mock/faults, GET or PUT \
                               /_mock/settings, GET /_mock/calls, POST /_mock/reset";
                return Err(ServiceError::wrong_control(404, message));
            }
        }
        Ok(Value::Null)
    }

    fn add_faults(&mut self, contract: &Contract, new: NewFault) -> Result<(), ServiceError> {
        let wrong = |message: String| Err(ServiceError::wrong_control(400, message));
        if let Err(unknown) = check_operation(contract, &new.operation) {
            return wrong(unknown);
        }
        if !(1..=MOST_FAULTS).contains(&new.times) {
            return wrong(format!("`times` must be a number from 1 to {MOST_FAULTS}"));
        }
        let (Fault::Before(kind) | Fault::After(kind)) = new.fault;
        if matches!(kind, FaultKind::Status(status) if !(400..600).contains(&status)) {
            return wrong("`status` must be a number from 400 to 599".into());
        }
        for _ in 0..new.times {
            self.faults.push(&new.operation, new.fault);
        }
        Ok(())
    }

    fn set(&mut self, new: &NewSettings) {
        self.settings.clock_offset = 0;
        if let Some(clock) = new.clock {
            self.settings.clock_offset = clock.as_millisecond() - self.settings.now() as i64;
        }
        self.settings.quota = new.quota.unwrap_or(self.start_quota());
    }
}

fn body<T: DeserializeOwned>(request: &IncomingRequest) -> Result<T, ServiceError> {
    let wrong = |error: serde_json::Error| ServiceError::wrong_control(400, error.to_string());
    serde_json::from_slice(&request.body).map_err(wrong)
}
