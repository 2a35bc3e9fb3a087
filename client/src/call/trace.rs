//! The spans of a call, with OpenTelemetry's names. No URL is in them, as an AppCode is part of
//! some paths, and no header and no body.

use tracing::field::{Empty, debug, display};
use tracing::{Span, info_span};

use super::operation::Operation;
use super::received_response::ReceivedResponse;
use crate::endpoint::Endpoint;
use crate::error::{Error, ErrorKind};

/// A call with all its attempts.
pub(crate) fn call(operation: &Operation) -> Span {
    info_span!("call", "otel.name" = operation.id, "otel.status_code" = Empty, "error.type" = Empty,)
}

/// One attempt of the current call; `resends` counts those before it.
pub(crate) fn attempt(operation: &Operation, endpoint: &Endpoint, resends: u32) -> Span {
    info_span!(
        "attempt",
        "otel.name" = format_args!("{} {}", operation.method, operation.template),
        "otel.kind" = "client",
        "otel.status_code" = Empty,
        "http.request.method" = operation.method,
        "http.request.resend_count" = (resends > 0).then_some(resends),
        "http.response.status_code" = Empty,
        "server.address" = endpoint.host.as_str(),
        "server.port" = endpoint.port,
        "url.template" = operation.template,
        "error.type" = Empty,
    )
}

/// Notes how an attempt ended.
pub(crate) fn record_outcome(attempt: &Span, outcome: &Result<ReceivedResponse, Error>) {
    let status = match outcome {
        Ok(response) => Some(response.status.as_u16()),
        Err(error) => error.status(),
    };
    attempt.record("http.response.status_code", status);
    if let Err(error) = outcome {
        record_failure(attempt, error);
    }
}

/// Notes that a call failed.
pub(crate) fn failed(call: &Span, error: Error) -> Error {
    record_failure(call, &error);
    error
}

fn record_failure(span: &Span, error: &Error) {
    span.record("otel.status_code", "ERROR");
    match (error.kind(), error.status()) {
        // A status of success says nothing of the error that the body reports.
        (ErrorKind::Service, Some(status)) if status >= 300 => {
            span.record("error.type", display(status))
        }
        (kind, _) => span.record("error.type", debug(kind)),
    };
}
