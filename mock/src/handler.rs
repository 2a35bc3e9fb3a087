//! The way of a request to its response.

use std::sync::{Mutex, MutexGuard, PoisonError};

use axum::body::Body;
use axum::response::Response;
use http::Method;
use tokio::sync::Notify;
use tokio::time::Instant;

use crate::connection::ConnectionHandle;
use crate::contract::OperationContract;
use crate::fault::{CallInfo, Fault, FaultKind};
use crate::iam;
use crate::incoming_request::IncomingRequest;
use crate::outgoing_response::OutgoingResponse;
use crate::server_state::ServerState;
use crate::service_error::ServiceError;
use crate::settings::Settings;

/// What handles requests; all tasks of the mock server share it.
pub(crate) struct Handler {
    pub settings: Settings,
    pub server_state: Mutex<ServerState>,
    /// Notified whenever the state may have changed.
    pub changed: Notify,
}

/// What a route leads to.
#[derive(Clone, Copy)]
pub(crate) enum Target {
    Operation(&'static OperationContract),
    CreateToken,
    ListProjects,
}

impl Target {
    fn id(self) -> &'static str {
        match self {
            Self::Operation(operation) => &operation.id,
            Self::CreateToken => "KeystoneCreateUserTokenByPassword",
            Self::ListProjects => "KeystoneListProjects",
        }
    }

    fn template(self) -> &'static str {
        match self {
            Self::Operation(operation) => &operation.template,
            Self::CreateToken => iam::TOKENS,
            Self::ListProjects => iam::PROJECTS,
        }
    }
}

impl Handler {
    pub fn server_state(&self) -> MutexGuard<'_, ServerState> {
        self.server_state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub async fn handle(
        &self,
        target: Target,
        connection: ConnectionHandle,
        path: Vec<(String, String)>,
        request: http::Request<Body>,
    ) -> Response {
        let started = Instant::now();
        let (parts, body) = request.into_parts();
        let method = parts.method.clone();
        let response = match IncomingRequest::read(parts, path, body).await {
            Ok(request) => self.respond(target, &connection, &request).await,
            Err(error) => self.error(&error).into_response(),
        };
        log(&method, target.template(), response.status().as_u16(), started);
        response
    }

    async fn respond(
        &self,
        target: Target,
        connection: &ConnectionHandle,
        request: &IncomingRequest,
    ) -> Response {
        let call = CallInfo { operation: target.id(), path: request.parts.uri.path() };
        let fault = self.server_state().faults.next(&call);
        match fault {
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
        }
    }

    pub fn error(&self, error: &ServiceError) -> OutgoingResponse {
        OutgoingResponse::error(error, &self.server_state().new_request_id())
    }

    fn carry_out(&self, target: Target, request: &IncomingRequest) -> OutgoingResponse {
        let mut state = self.server_state();
        let now = self.settings.now();
        let response = match target {
            Target::Operation(operation) => {
                let result = state.operate(operation, request, &self.settings, now);
                state.response(operation, result, &self.settings)
            }
            Target::CreateToken => state.create_token(&request.body, now),
            Target::ListProjects => match state.caller(request, now) {
                Ok(_) => state.list_projects(request.query()),
                Err(error) => iam::error(error.status, &error.message),
            },
        };
        drop(state);
        // Wrong signatures are counted in the state, too.
        self.changed.notify_one();
        response
    }
}

/// Logs the template of the path, because the path may contain an AppCode.
pub(crate) fn log(method: &Method, template: &str, status: u16, started: Instant) {
    let milliseconds = started.elapsed().as_secs_f64() * 1e3;
    tracing::info!("{method} {template} {status} {milliseconds:.1} ms");
}
