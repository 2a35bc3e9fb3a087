//! The routes: the pages, and all others, which the handler finds.

use std::sync::Arc;

use axum::Router;
use axum::body::Body;
use axum::extract::{ConnectInfo, MatchedPath};
use axum::middleware::{Next, from_fn};
use axum::response::Response;
use http::{Method, Request};
use tokio::time::Instant;

use crate::connection::ConnectionHandle;
use crate::guard::{base_url, check_origin};
use crate::handler::{Handler, Template};
use crate::pages;

pub(crate) fn router(handler: &Arc<Handler>) -> Router {
    let own = Arc::clone(handler);
    let handle = move |ConnectInfo(connection): ConnectInfo<ConnectionHandle>, request| async move {
        own.handle(connection, request).await
    };
    let own = Arc::clone(handler);
    let enter = move |request, next| enter(Arc::clone(&own), request, next);
    pages::router(handler)
        .fallback(handle.clone())
        .method_not_allowed_fallback(handle)
        .layer(from_fn(enter))
}

/// Refuses a request that a page of another origin may have made, and logs every one.
async fn enter(handler: Arc<Handler>, mut request: Request<Body>, next: Next) -> Response {
    let started = Instant::now();
    let method = request.method().clone();
    let page = request.extensions().get::<MatchedPath>().map(|path| path.as_str().to_owned());
    // A link of another page may lead to a page.
    let is_page = page.is_some() && matches!(method, Method::GET | Method::HEAD);
    let allowed = base_url(request.uri(), request.headers()).and_then(|url| {
        if !is_page {
            check_origin(&url, request.headers())?;
        }
        Ok(url)
    });
    let response = match allowed {
        Ok(url) => {
            request.extensions_mut().insert(url);
            next.run(request).await
        }
        Err(error) => handler.error(&error).into_response(),
    };
    let template = response.extensions().get().map(|Template(template)| template.clone());
    // Never the path itself, because it may contain an AppCode.
    let template = template.or(page).unwrap_or_else(|| "(no route)".into());
    let (status, milliseconds) =
        (response.status().as_u16(), started.elapsed().as_secs_f64() * 1e3);
    tracing::info!("{method} {template} {status} {milliseconds:.1} ms");
    response
}
