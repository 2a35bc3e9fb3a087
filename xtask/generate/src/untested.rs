//! Decides which examples have a test, and why others do not.
//!
//! A generated test must be correct. If the client does not yet send or read a documented value, the
//! example has no test; `generate` prints the number of such examples.

use serde_json::Value;
use spec::ExampleCall;

use super::lost;
use super::model::{Location, Operation, Parameter};
use super::signatures::Function;
use mapping::PROJECT;

/// Returns why the example of a call has no test; `None` if it has one.
pub fn reason(call: &ExampleCall, operation: &Operation, function: &Function) -> Option<String> {
    parameters(call, operation)
        .or_else(|| request(call, operation).map(str::to_owned))
        .or_else(|| response(call, function))
        .or_else(|| bodies(call).map(str::to_owned))
}

fn bodies(call: &ExampleCall) -> Option<&'static str> {
    let request = || lost::reason(call.operation.request_body()?, call.request?, true);
    let response = || {
        let mut responses = call.operation.responses();
        let (_, response) = responses.find(|(status, _)| *status == call.status)?;
        lost::reason(response, call.response.filter(|_| call.is_success())?, false)
    };
    request().or_else(response)
}

fn parameters(call: &ExampleCall, operation: &Operation) -> Option<String> {
    let arguments = call.arguments();
    let is = |parameter: &Parameter, place: &str, name: &str| match parameter.location {
        Location::Path => place == "path" && parameter.name == name,
        Location::Query => place == "query" && parameter.name == name,
        Location::Header => place == "header" && parameter.name == name,
    };
    for argument in &arguments {
        let (place, name) = (argument.place, argument.name.as_str());
        let is_sent = operation.parameters.iter().any(|parameter| is(parameter, place, name));
        if !is_sent {
            return Some(format!("{place} parameter `{name}` is not sent by the client"));
        }
        if !(place == "path" && name == PROJECT)
            && let Err(reason) = argument.sent()
        {
            return Some(format!("{place} parameter `{name}` {reason}"));
        }
    }
    let mut required = operation.parameters.iter().filter(|parameter| parameter.required);
    let missing = required.find(|parameter| {
        let is_given = arguments.iter().any(|one| is(parameter, one.place, &one.name));
        !(is_given || parameter.location == Location::Path && parameter.name == PROJECT)
    });
    missing.map(|parameter| format!("required parameter `{}` has no example", parameter.name))
}

fn request(call: &ExampleCall, operation: &Operation) -> Option<&'static str> {
    let body = operation.body.as_ref()?;
    let request = call.request.map(|request| request.to_value());
    match request {
        _ if body.schema.is_none() => Some("the request body is not JSON"),
        None if body.required => Some("the required request body has no example in JSON"),
        Some(request) if has_null(&request) => {
            Some("a test takes null in a request for an absent member")
        }
        _ => None,
    }
}

fn response(call: &ExampleCall, function: &Function) -> Option<String> {
    let Some(code) = call.code() else {
        return Some(format!("status `{}` stands for no status code", call.status));
    };
    let is_head = call.operation.method == "head";
    let has_body = call.response.is_some() && !is_head;
    let is_unit = matches!(&function.response, syn::Type::Tuple(tuple) if tuple.elems.is_empty());
    match code {
        100..200 => Some(format!("status code {code} does not end an exchange")),
        204 | 205 if has_body => Some(format!("a response with status code {code} has no body")),
        300..400 => Some("the client takes a documented 3XX response for an error".to_owned()),
        _ if !call.is_success() => None,
        _ if function.is_stream => Some("the response is read as bytes, not as JSON".to_owned()),
        _ if !has_body && !is_unit => {
            Some("the client refuses an empty success beside one with a body".to_owned())
        }
        _ => None,
    }
}

fn has_null(value: &Value) -> bool {
    let mut pending = vec![value];
    while let Some(value) = pending.pop() {
        match value {
            Value::Null => return true,
            Value::Array(items) => pending.extend(items),
            Value::Object(members) => pending.extend(members.values()),
            _ => {}
        }
    }
    false
}
