//! The documented response of a call, and how the one that the caller gets differs from it.

use modelarts_app_auth::Error;
use serde_json::Value;
use wiremock::ResponseTemplate;

use super::case::{Case, Difference};
use super::json;
use super::typed_call::CallResult;

/// The request id of the documented responses that have one in a header.
const LOGGED: &str = "0d4c1a7e5b6f48a2b3c9d8e7f6a5b4c3";

/// Longer codes and messages may be shortened by the client.
const SHORT: usize = 100;

/// The documented response, as a server sends it.
pub fn template(call: &spec::ExampleCall) -> ResponseTemplate {
    let template = ResponseTemplate::new(call.code().expect("a status code to return"));
    let template = match response_body(call) {
        Some(body) => template.set_body_raw(body.to_string(), &media_type(call)),
        None => template,
    };
    if logs(call) { template.insert_header("X-Request-Id", LOGGED) } else { template }
}

/// The body of the response; none to HEAD.
fn response_body(call: &spec::ExampleCall) -> Option<Value> {
    call.response.filter(|_| call.operation.method != "head").map(|body| body.to_value())
}

fn response<'d>(call: &spec::ExampleCall<'d>) -> Option<spec::Node<'d>> {
    let mut responses = call.operation.responses();
    Some(responses.find(|(status, _)| *status == call.status)?.1)
}

fn media_type(call: &spec::ExampleCall) -> String {
    let content = response(call).and_then(spec::json_content);
    content.and_then(|content| content.key()).map_or("application/json".into(), spec::sent_as)
}

/// Whether the documented response has a request id in its headers.
fn logs(call: &spec::ExampleCall) -> bool {
    let headers = response(call).and_then(|response| response.get("headers"));
    headers.is_some_and(|headers| headers.get("X-Request-Id").is_some())
}

/// How the response that the caller gets differs from the documented one.
pub fn differences(
    made: CallResult,
    documented: &spec::ExampleCall,
    case: &Case,
) -> Vec<Difference> {
    let body = response_body(documented).unwrap_or_default();
    let code = documented.code();
    match made {
        Ok(received) if documented.is_success() => {
            let mut differences = Vec::new();
            if Some(received.status) != code {
                differences.push(case.status(received.status));
            }
            json::compare(&body, &received.body, "response", case, &mut differences);
            differences
        }
        Ok(received) => vec![case.status(received.status)],
        // A success that reports an error is one to the caller, with its code and message.
        Err(error) if documented.is_success() && error.code().or(error.message()).is_none() => {
            vec![decoding_difference(&error, &body, code, case)]
        }
        Err(error) => error_differences(&error, documented, &body, case),
    }
}

/// Where the client stopped to read a documented success. Its message has the column, as the
/// response is on one line.
fn decoding_difference(error: &Error, body: &Value, code: Option<u16>, case: &Case) -> Difference {
    let message = error.to_string();
    let column =
        message.rsplit_once("column ").and_then(|(_, rest)| rest.split(')').next()?.parse().ok());
    match (error.status(), column) {
        (Some(status), _) if Some(status) != code => case.status(status),
        (Some(_), Some(column)) => {
            let (pointer, value) = json::at_column(body, column);
            let found = "another type in its schema";
            Difference::new(format!("response {pointer}"), case.show(value), found)
        }
        _ => Difference::new("response", "a success", message),
    }
}

/// How the parts of an error differ from the documented one.
fn error_differences(
    error: &Error,
    documented: &spec::ExampleCall,
    body: &Value,
    case: &Case,
) -> Vec<Difference> {
    let mut differences = Vec::new();
    if error.status() != documented.code() {
        let found = error.status().map_or_else(|| error.to_string(), |status| status.to_string());
        differences.push(Difference::new("status", documented.status, found));
    }
    let logged = logs(documented).then(|| Value::from(LOGGED));
    let members = |at: [&'static str; 2]| {
        at.into_iter().filter_map(|at| Some((at, body.pointer(at)?))).collect::<Vec<_>>()
    };
    let id = logged.as_ref().map(|id| vec![("X-Request-Id", id)]);
    let parts = [
        (members(["/error_code", "/error/code"]), error.code()),
        (members(["/error_msg", "/error/message"]), error.message()),
        (id.unwrap_or_else(|| members(["/request_id", "/error/request_id"])), error.request_id()),
    ];
    for (documented, found) in parts {
        // A body may have both, of which the client takes one.
        if documented.iter().any(|(_, documented)| found.is_some() && documented.as_str() == found)
        {
            continue;
        }
        let Some(&(pointer, documented)) = documented.first() else { continue };
        let is_shown = |text: &&str| text.trim() == *text && (1..SHORT).contains(&text.len());
        let Some(text) = documented.as_str().filter(is_shown) else { continue };
        let is_redacted = found.is_some_and(|found| found.contains("[redacted]"));
        if !is_redacted && !text.contains(is_unprintable) {
            let found = found.map_or("nothing".to_owned(), |found| case.show(&found.into()));
            differences.push(Difference::new(
                format!("response {pointer}"),
                case.show(documented),
                found,
            ));
        }
    }
    differences
}

/// Whether the client replaces a character in a message.
fn is_unprintable(c: char) -> bool {
    c.is_control() || matches!(c, '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}
