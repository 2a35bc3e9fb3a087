//! What the tasks of the mock server change, and how an operation changes it.

use fastrand::Rng;
use serde_json::Value;

use crate::authentication::Caller;
use crate::contract::{OperationContract, RawRequest};
use crate::fault::Faults;
use crate::incoming_request::IncomingRequest;
use crate::operations::{self, OperationContext, OperationResult};
use crate::outgoing_response::OutgoingResponse;
use crate::service_error::ServiceError;
use crate::settings::{EmptyLists, Settings};
use crate::signature::SignedRequest;
use crate::state::State;

pub(crate) struct ServerState {
    pub state: State,
    pub rng: Rng,
    pub faults: Faults,
}

impl ServerState {
    /// A new ID of a request.
    pub fn new_request_id(&mut self) -> String {
        (0..32).map(|_| self.rng.digit(16)).collect()
    }

    /// The user who has sent a request.
    pub fn caller(&mut self, request: &IncomingRequest, now: u64) -> Result<Caller, ServiceError> {
        let signed = SignedRequest {
            method: request.parts.method.as_str(),
            path: request.parts.uri.path(),
            query: request.query(),
            headers: &request.parts.headers,
            body: &request.body,
        };
        self.state.authenticate(&signed, now)
    }

    /// Carries out an operation, unless the request is rejected.
    pub fn operate(
        &mut self,
        operation: &OperationContract,
        request: &IncomingRequest,
        settings: &Settings,
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
            settings,
            rng: &mut self.rng,
            now,
        })
    }

    /// The response to a call, which is an error 500 if the document does not allow it.
    pub fn response(
        &mut self,
        operation: &OperationContract,
        result: OperationResult,
        settings: &Settings,
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
                (500, ServiceError::of_mock_server(why).body(&id))
            }
        };
        if settings.empty_lists == EmptyLists::Null {
            without_empty_lists(&mut body);
        }
        let response = OutgoingResponse::new(status, body);
        match operation.response.is_traced(status) {
            true => response.with("x-request-id", id),
            false => response,
        }
    }
}

fn without_empty_lists(value: &mut Value) {
    match value {
        Value::Array(items) if items.is_empty() => *value = Value::Null,
        Value::Array(items) => items.iter_mut().for_each(without_empty_lists),
        Value::Object(members) => members.values_mut().for_each(without_empty_lists),
        _ => {}
    }
}
