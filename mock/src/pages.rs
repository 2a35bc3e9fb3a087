//! The pages for a browser: the start page, the reference and the document.

use std::sync::Arc;

use axum::body::Body;
use axum::middleware::map_response;
use axum::response::Response;
use axum::routing::get;
use axum::{Extension, Router};
use http::header::{
    CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE, REFERRER_POLICY, X_CONTENT_TYPE_OPTIONS,
};
use http::{HeaderName, HeaderValue};
use swagger_ui_dist::{ApiDefinition, OpenApiSource};

use crate::account::Account;
use crate::guard::BaseUrl;
use crate::handler::Handler;
use crate::own_paths::{DOCS, JSON, START, YAML};

/// Scripts, styles and requests of this server only.
const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; \
                      connect-src 'self'; base-uri 'none'; \
                      form-action 'none'; frame-ancestors 'none'";

const HTML: &str = "text/html; charset=utf-8";

/// Returns the routes of the pages.
pub(crate) fn router(handler: &Arc<Handler>) -> Router {
    let page = |path, media_type, text: fn(&Handler, &str) -> String| {
        let handler = Arc::clone(handler);
        let respond = async move |Extension(BaseUrl(url)): Extension<BaseUrl>| {
            response(media_type, text(&handler, &url))
        };
        Router::new().route(path, get(respond))
    };
    // Its own page has an inline script, which the policy forbids.
    let assets = swagger_ui_dist::generate_routes(ApiDefinition {
        uri_prefix: DOCS,
        api_definition: OpenApiSource::Uri(JSON),
        title: None,
    });
    let assets = assets.into_service::<Body>();
    page(START, HTML, start)
        .merge(page(DOCS, HTML, docs))
        .merge(page("/docs/", HTML, docs))
        .merge(page(YAML, "application/yaml", |handler, url| handler.contract.published.yaml(url)))
        .merge(page(JSON, "application/json", |handler, url| handler.contract.published.json(url)))
        .merge(page("/docs/docs.js", "text/javascript", |_, _| {
            include_str!("pages/docs.js").into()
        }))
        .merge(page("/docs/style.css", "text/css", |_, _| include_str!("pages/style.css").into()))
        .route_service("/docs/swagger-ui.css", assets.clone())
        .route_service("/docs/swagger-ui-bundle.js", assets)
        .layer(map_response(with_policy))
}

fn response(media_type: &'static str, text: String) -> Response {
    let mut response = Response::new(Body::from(text));
    response.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static(media_type));
    response
}

async fn with_policy(mut response: Response) -> Response {
    let headers = [
        (CONTENT_SECURITY_POLICY, POLICY),
        (X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (REFERRER_POLICY, "no-referrer"),
        (CACHE_CONTROL, "no-store"),
        // No page of another origin may load this as a script or an image.
        (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
    ];
    let headers = headers.map(|(name, value)| (name, HeaderValue::from_static(value)));
    response.headers_mut().extend(headers);
    response
}

fn docs(handler: &Handler, _: &str) -> String {
    let account = Account::of(&handler.server_state().state);
    let values = [
        ("title", escaped(&handler.contract.title)),
        ("token", escaped(&account.token)),
        ("project", escaped(&account.project)),
    ];
    filled(include_str!("pages/docs.html"), &values)
}

fn start(handler: &Handler, url: &str) -> String {
    let state = &handler.server_state().state;
    let account = Account::of(state);
    let row = |name: &str, value: &str| {
        format!("<tr><td>{}</td><td><code>{}</code></td></tr>", escaped(name), escaped(value))
    };
    let rows = |rows: Vec<String>| match rows.is_empty() {
        true => "<tr><td>none yet</td></tr>".into(),
        false => rows.join("\n"),
    };
    let control = match handler.has_control {
        true => filled(include_str!("pages/control.html"), &[("url", escaped(url))]),
        false => "<p>Off, by <code>--no-control</code>.</p>".into(),
    };
    let values = [
        ("title", escaped(&handler.contract.title)),
        ("account", rows(account.rows.iter().map(|(name, value)| row(name, value)).collect())),
        ("command", escaped(&account.command(url))),
        ("apps", rows(state.apps.iter().map(|app| row(&app.app_name, &app.app_id)).collect())),
        (
            "apis",
            rows(state.apis.iter().map(|api| row(&api.api_name, &api.address(url))).collect()),
        ),
        ("control", control),
    ];
    filled(include_str!("pages/start.html"), &values)
}

/// Returns a page with its values, which are HTML.
fn filled(page: &str, values: &[(&str, String)]) -> String {
    let mut parts = page.split('{');
    let mut filled = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (name, rest) = part.split_once('}').unwrap_or_default();
        match values.iter().find(|(known, _)| *known == name) {
            Some((_, value)) => filled.extend([value, rest]),
            None => filled.extend(["{", part]),
        }
    }
    filled
}

/// Returns a text as HTML, also in an attribute.
fn escaped(text: &str) -> String {
    let mut escaped = String::new();
    for character in text.chars() {
        match character {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            other => escaped.push(other),
        }
    }
    escaped
}
