//! Handles a request, from its target to its response.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use axum::body::Body;
use axum::response::Response;
use http::Request;
use serde_json::Value;
use tokio::sync::Notify;

use crate::call_log::Call;
use crate::connection::ConnectionHandle;
use crate::contract::Contract;
use crate::fault::{CallInfo, Fault, FaultKind};
use crate::iam;
use crate::incoming_request::IncomingRequest;
use crate::outgoing_response::OutgoingResponse;
use crate::own_paths::CONTROL;
use crate::server_state::ServerState;
use crate::service_error::ServiceError;
use crate::target::Target;

/// What handles requests; all tasks of the mock server share it.
pub(crate) struct Handler {
    pub contract: Arc<Contract>,
    /// Whether requests may control the mock server.
    pub has_control: bool,
    pub server_state: Mutex<ServerState>,
    /// Notified whenever the state may have changed.
    pub changed: Notify,
}

/// The path of a request without the values in it, which may be secrets: an extension of responses.
#[derive(Clone)]
pub(crate) struct Template(pub String);

impl Handler {
    pub fn server_state(&self) -> MutexGuard<'_, ServerState> {
        self.server_state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub async fn handle(&self, connection: ConnectionHandle, request: Request<Body>) -> Response {
        let (parts, body) = request.into_parts();
        let path = parts.uri.path();
        if self.has_control && path.starts_with(CONTROL) {
            let mut response = match IncomingRequest::read(parts, Vec::new(), body).await {
                Ok(request) => self.control(&request).into_response(),
                Err(error) => self.error(&error).into_response(),
            };
            response.extensions_mut().insert(Template(CONTROL.to_owned()));
            return response;
        }
        let method = parts.method.as_str();
        let found = Target::find(&self.contract, &self.server_state().state, method, path);
        let (target, path) = match found {
            Ok(found) => found,
            Err(error) => return self.error(&error).into_response(),
        };
        let mut response = match IncomingRequest::read(parts, path, body).await {
            Ok(request) => self.respond(target, &connection, &request).await,
            Err(error) => self.error(&error).into_response(),
        };
        response.extensions_mut().insert(Template(target.template().to_owned()));
        response
    }

    async fn respond(
        &self,
        target: Target<'_>,
        connection: &ConnectionHandle,
        request: &IncomingRequest,
    ) -> Response {
        let info = CallInfo { operation: target.id(), path: request.parts.uri.path() };
        let (fault, call) = {
            let mut state = self.server_state();
            let fault = state.faults.next(&info);
            let call = state.calls.push(Call {
                operation: target.id().to_owned(),
                method: request.parts.method.to_string(),
                path: target.template().to_owned(),
                status: None,
                fault,
            });
            (fault, call)
        };
        let response = match fault {
            None => self.carry_out(target, request).into_response(),
            Some(Fault::Before(FaultKind::Delay(wait))) => {
                tokio::time::sleep(wait).await;
                self.carry_out(target, request).into_response()
            }
            Some(Fault::Before(kind)) => {
                self.error(&ServiceError::of_status(500)).with_fault(kind, connection).await
            }
            Some(Fault::After(kind)) => {
                self.carry_out(target, request).with_fault(kind, connection).await
            }
        };
        if !matches!(fault, Some(Fault::Before(FaultKind::Reset) | Fault::After(FaultKind::Reset)))
        {
            self.server_state().calls.set_status(call, response.status().as_u16());
        }
        response
    }

    pub fn error(&self, error: &ServiceError) -> OutgoingResponse {
        OutgoingResponse::error(error, &self.server_state().new_request_id())
    }

    fn carry_out(&self, target: Target, request: &IncomingRequest) -> OutgoingResponse {
        let mut state = self.server_state();
        let now = state.settings.now();
        let response = match target {
            Target::Operation(operation) => {
                let result = state.operate(operation, request, now);
                state.response(operation, result)
            }
            Target::CreateToken => state.create_token(&request.body, now),
            Target::ListProjects => match state.caller(request, now) {
                Ok(_) => state.list_projects(request.query()),
                Err(error) => iam::error(error.status, &error.message),
            },
            Target::CallService => match state.state.call_service(&request.signed(), now) {
                Ok(body) => OutgoingResponse::new(200, body),
                Err(error) => OutgoingResponse::error(&error, &state.new_request_id()),
            },
        };
        drop(state);
        // Wrong signatures are counted in the state, too.
        self.changed.notify_one();
        response
    }

    fn control(&self, request: &IncomingRequest) -> OutgoingResponse {
        let done = self.server_state().control(&self.contract, request);
        self.changed.notify_one();
        match done {
            Ok(Value::Null) => OutgoingResponse::new(204, Value::Null),
            Ok(body) => OutgoingResponse::new(200, body),
            Err(error) => self.error(&error),
        }
    }
}
