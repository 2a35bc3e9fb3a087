//! What the tasks of the mock server change, and how an operation changes it.

use fastrand::Rng;
use serde_json::Value;

use crate::authentication::Caller;
use crate::call_log::CallLog;
use crate::contract::{OperationContract, RawRequest};
use crate::fault::Faults;
use crate::incoming_request::IncomingRequest;
use crate::operations::{self, OperationContext, OperationResult};
use crate::outgoing_response::OutgoingResponse;
use crate::service_error::ServiceError;
use crate::settings::{EmptyLists, Settings};
use crate::state::State;

pub(crate) struct ServerState {
    pub state: State,
    pub settings: Settings,
    pub faults: Faults,
    pub calls: CallLog,
    pub rng: Rng,
    /// The base URL of the mock server.
    url: String,
    start: Start,
}

/// The initial state of a mock server, which a reset restores.
struct Start {
    state: State,
    quota: usize,
    seed: Option<u64>,
}

impl ServerState {
    pub fn new(state: State, settings: Settings, seed: Option<u64>, url: String) -> Self {
        let start = Start { state: state.clone(), quota: settings.quota, seed };
        let (faults, calls, rng) = (Faults::default(), CallLog::default(), rng(seed));
        Self { state, settings, faults, calls, rng, url, start }
    }

    /// Restores the initial state.
    pub fn reset(&mut self) {
        self.state = self.start.state.clone();
        self.settings.quota = self.start.quota;
        self.settings.clock_offset = 0;
        self.faults.clear();
        self.calls.clear();
        self.rng = rng(self.start.seed);
    }

    /// Returns the initial quota.
    pub fn start_quota(&self) -> usize {
        self.start.quota
    }

    /// A new ID of a request.
    pub fn new_request_id(&mut self) -> String {
        (0..32).map(|_| self.rng.digit(16)).collect()
    }

    /// The user who has sent a request.
    pub fn caller(&mut self, request: &IncomingRequest, now: u64) -> Result<Caller, ServiceError> {
        self.state.authenticate(&request.signed(), now)
    }

    /// Carries out an operation, unless the request is rejected.
    pub fn operate(
        &mut self,
        operation: &OperationContract,
        request: &IncomingRequest,
        now: u64,
    ) -> OperationResult {
        let caller = self.caller(request, now)?;
        let valid = operation.request.check(RawRequest {
            path: request.path.iter().cloned().collect(),
            query: form_urlencoded::parse(request.query().as_bytes()).into_owned().collect(),
            headers: &request.parts.headers,
            body: &request.body,
        })?;
        if let Some(project) = valid.path.get("project_id") {
            let is_known = self.state.projects.iter().any(|known| known.id == *project);
            if !is_known || caller.project_id.is_some_and(|id| id != *project) {
                return Err(ServiceError::other_project());
            }
        }
        let user = self.state.users.iter().find(|user| user.id == caller.user_id).cloned();
        let caller =
            user.ok_or_else(|| ServiceError::unauthenticated("the user does not exist"))?;
        let Some(act) = operations::find(&operation.id) else {
            return Ok(operation.example.clone());
        };
        act(&mut OperationContext {
            operation: &operation.id,
            request: &valid,
            caller,
            state: &mut self.state,
            settings: &self.settings,
            url: &self.url,
            rng: &mut self.rng,
            now,
        })
    }

    /// The response to a call, which is an error 500 if the document does not allow it.
    pub fn response(
        &mut self,
        operation: &OperationContract,
        result: OperationResult,
    ) -> OutgoingResponse {
        let id = self.new_request_id();
        let (status, body) = match result {
            Ok(body) => (operation.success, body),
            Err(error) => (error.status, error.body(&id)),
        };
        let checked = operation.response.check(status, &body);
        let (status, mut body) = match checked {
            Ok(()) => (status, body),
            Err(why) => {
                let why =
                    format!("the response of {} does not match openapi.yaml: {why}", operation.id);
                (500, ServiceError::wrong_response(why).body(&id))
            }
        };
        if self.settings.empty_lists == EmptyLists::Null {
            without_empty_lists(&mut body);
        }
        let response = OutgoingResponse::new(status, body);
        match operation.response.is_traced(status) {
            true => response.with("x-request-id", id),
            false => response,
        }
    }
}

fn rng(seed: Option<u64>) -> Rng {
    seed.map_or_else(Rng::new, Rng::with_seed)
}

fn without_empty_lists(value: &mut Value) {
    match value {
        Value::Array(items) if items.is_empty() => *value = Value::Null,
        Value::Array(items) => items.iter_mut().for_each(without_empty_lists),
        Value::Object(members) => members.values_mut().for_each(without_empty_lists),
        _ => {}
    }
}
