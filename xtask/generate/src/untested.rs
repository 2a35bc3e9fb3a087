//! Decides which examples have a test, and why others do not.
//!
//! A generated test must be correct. An example has no test if a value is missing that the call needs,
//! if its schema does not allow a value, or if the client does not yet send or read one. No value is
//! made up: a test would then hide that the document does not show it. `generate` prints the number
//! of such examples; lint reports missing examples and invalid values.

use serde_json::Value;
use spec::ExampleCall;

use super::arguments;
use super::examples;
use super::invalid_values::InvalidValues;
use super::lost;
use super::model::{Form, Location, Operation, Parameter};
use super::signatures::Function;
use mapping::PROJECT;

/// Returns why the example of a call has no test; `None` if it has one.
pub fn reason(
    call: &ExampleCall,
    operation: &Operation,
    function: &Function,
    invalid: &InvalidValues,
) -> Option<String> {
    path(call)
        .or_else(|| losses(call).map(str::to_owned))
        .or_else(|| contradiction(call, invalid))
        .or_else(|| parameters(call, operation, function))
        .or_else(|| request(call, operation).map(str::to_owned))
        .or_else(|| response(call, operation))
}

/// Returns why a value of a call is not one of its schema. A response that is an error has no type.
fn contradiction(call: &ExampleCall, invalid: &InvalidValues) -> Option<String> {
    let parameters = call.parameters.iter().map(|(_, value)| *value);
    let response = call.response.filter(|_| call.is_success());
    let mut values = parameters.chain(call.request).chain(response);
    let rule = values.find_map(|value| invalid.rule(value))?;
    Some(format!("its schema does not allow the example; see `{rule}` of lint"))
}

fn losses(call: &ExampleCall) -> Option<&'static str> {
    let request = || lost::reason(call.operation.request_body()?, call.request?);
    let response = || {
        let mut responses = call.operation.responses();
        let (_, response) = responses.find(|(status, _)| *status == call.status)?;
        lost::reason(response, call.response.filter(|_| call.is_success())?)
    };
    let mut parameters = call.parameters.iter();
    let parameter =
        parameters.find_map(|(parameter, value)| lost::of_parameter(*parameter, *value));
    parameter.or_else(request).or_else(response)
}

fn path(call: &ExampleCall) -> Option<String> {
    let is_other = call.operation.path.contains(['?', '#']) || call.operation.path.contains("//");
    is_other.then(|| "the path of its request has `?`, `#` or an empty segment".to_owned())
}

fn parameters(call: &ExampleCall, operation: &Operation, function: &Function) -> Option<String> {
    let arguments = call.arguments();
    let typed = arguments::arguments(operation, function).unwrap_or_default();
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
        if place == "path" && name == PROJECT {
            continue;
        }
        if let Err(reason) = argument.sent() {
            return Some(format!("{place} parameter `{name}` {reason}"));
        }
        let mut typed = typed.iter().filter(|typed| is(typed.parameter, place, name));
        if typed.any(|typed| !examples::is_of(&argument.value, &typed.ty)) {
            return Some(format!(
                "{place} parameter `{name}` has an example that is not of its type"
            ));
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
    let body = operation.body.as_ref().filter(|body| body.required)?;
    match call.request {
        _ if body.schema.is_none() => Some("the request body is not JSON"),
        None => Some("the required request body has no example in JSON"),
        Some(_) => None,
    }
}

fn response(call: &ExampleCall, operation: &Operation) -> Option<String> {
    let Some(code) = call.code() else {
        return Some(format!("status `{}` is not a status code", call.status));
    };
    let is_head = call.operation.method == "head";
    let has_body = call.response.is_some() && !is_head;
    match code {
        100..200 => Some(format!("status code {code} does not end an exchange")),
        204 | 205 | 304 if has_body => {
            Some(format!("a response with status code {code} has no body"))
        }
        _ if !call.is_success() => None,
        _ if matches!(operation.success.form, Form::Text | Form::Bytes) => {
            Some("the response is not read as JSON".to_owned())
        }
        _ if call.response.is_some_and(|response| reports_error(&response.to_value())) => {
            Some("the client takes a success that reports an error for an error".to_owned())
        }
        _ => None,
    }
}

/// Returns whether the client finds an error in the body of a success: the service reports some
/// errors so.
fn reports_error(body: &Value) -> bool {
    let is_set = |value: &Value| match value {
        Value::Null => false,
        Value::Bool(value) => *value,
        Value::Number(number) => number.as_f64() != Some(0.0),
        Value::String(text) => text.chars().any(|character| character != '0'),
        Value::Array(items) => !items.is_empty(),
        Value::Object(members) => !members.is_empty(),
    };
    body.as_object().into_iter().flatten().any(|(key, value)| match key.as_str() {
        "error_code" | "errorCode" | "error_msg" | "errorMsg" | "error" | "errors" => is_set(value),
        "code" => value.as_str().is_some_and(|code| code.contains('.')),
        _ => false,
    })
}
