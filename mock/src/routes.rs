//! The routes: those of the document, and the two of IAM.

use std::sync::Arc;

use axum::Router;
use axum::body::Body;
use axum::extract::rejection::RawPathParamsRejection;
use axum::extract::{ConnectInfo, RawPathParams};
use axum::response::Response;
use axum::routing::{MethodFilter, MethodRouter, on};
use http::{Method, Request};
use tokio::time::Instant;

use crate::connection::ConnectionHandle;
use crate::contract::Contract;
use crate::handler::{Handler, Target, log};
use crate::iam;
use crate::service_error::ServiceError;

pub(crate) fn router(
    contract: &'static Contract,
    handler: &Arc<Handler>,
) -> Result<Router, String> {
    let route = |method, target| route(method, target, Arc::clone(handler));
    let mut router = Router::new()
        .route(iam::TOKENS, route(MethodFilter::POST, Target::CreateToken))
        .route(iam::PROJECTS, route(MethodFilter::GET, Target::ListProjects));
    for operation in &contract.operations {
        let unknown = |_| format!("{} has no method of HTTP", operation.id);
        let method = Method::from_bytes(operation.method.as_bytes()).map_err(|_| unknown(()))?;
        let method = MethodFilter::try_from(method).map_err(|_| unknown(()))?;
        router = router.route(&operation.template, route(method, Target::Operation(operation)));
    }
    let (absent, not_allowed) = (Arc::clone(handler), Arc::clone(handler));
    Ok(router
        .fallback(move |request| no_route(absent, request))
        .method_not_allowed_fallback(move |request| no_route(not_allowed, request)))
}

fn route(method: MethodFilter, target: Target, handler: Arc<Handler>) -> MethodRouter {
    let handle = move |ConnectInfo(connection): ConnectInfo<ConnectionHandle>,
                       path: Result<RawPathParams, RawPathParamsRejection>,
                       request: Request<Body>| async move {
        let Ok(path) = path else {
            return handler.error(&ServiceError::unreadable()).into_response();
        };
        let path = path.iter().map(|(name, value)| (name.to_owned(), value.to_owned())).collect();
        handler.handle(target, connection, path, request).await
    };
    on(method, handle)
}

/// A gateway knows no other methods than those of its routes.
async fn no_route(handler: Arc<Handler>, request: Request<Body>) -> Response {
    let started = Instant::now();
    let response = handler.error(&ServiceError::no_such_route());
    log(request.method(), "(no route)", response.status, started);
    response.into_response()
}
