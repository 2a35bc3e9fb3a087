//! The examples of a document as calls, each with its request and its response.
//!
//! Every documented status of every operation yields, statuses and examples sorted by name,
//!
//! - one call for each example of its JSON content, with the name of the example; a single
//!   `example` has the name `example`;
//! - one call `empty` if the response has no content, and at the first success of this kind one
//!   call for each request example that no other call sends, with the name of that example;
//! - none if it has content without an example in JSON.
//!
//! The request of a call is the request body's example of the same name. Without one, a body that
//! is required lends its first example: so a documented error need not repeat a request.
//!
//! A required parameter, as all in the path are, always takes part. Its value is the first of: its
//! `examples` entry of the call's name, its `example`, its schema's `example`, its first `examples`
//! entry, its schema's `default`, its schema's first `enum` value. An optional parameter takes part
//! only where it has an `examples` entry of the call's name.
//!
//! An operation with optional parameters that have a value yields one call more, `all_parameters`:
//! the first call of its first success status, with a value for every parameter.
//!
//! Header parameters called `Accept`, `Content-Type` or `Authorization` never take part, because
//! OpenAPI says that they are ignored; nor does one that carries a credential of the operation's own
//! security, which is not an argument of the call.

use std::collections::HashSet;

use crate::{
    document::Document,
    media_type::json_content,
    node::Node,
    operation::{Operation, is_success, operations},
    parameter::{is_credential_header, is_ignored_header, is_required},
};

/// One exchange that the document shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExampleCall<'d> {
    /// The operation of the call.
    pub operation: Operation<'d>,
    /// The documented status of the response: `200`, `4XX`, `default`.
    pub status: &'d str,
    /// The name of the example, `empty` or `all_parameters`.
    pub name: &'d str,
    /// The request body.
    pub request: Option<Node<'d>>,
    /// The response body; `None` if there is no content.
    pub response: Option<Node<'d>>,
    /// The parameter objects that take part, each with its value.
    pub parameters: Vec<(Node<'d>, Node<'d>)>,
}

/// Returns the calls that the examples of a document form: operations in the order of the document,
/// and the calls of each sorted by status and name, because the order of keys has no meaning.
pub fn calls<'d>(document: &'d Document<'_>) -> Vec<ExampleCall<'d>> {
    operations(document).flat_map(calls_of).collect()
}

impl ExampleCall<'_> {
    /// Returns whether the documented status is a success: 2XX and 3XX, or `default` where none of
    /// them is documented.
    pub fn is_success(&self) -> bool {
        match self.status {
            "default" => self.operation.success().is_none(),
            status => is_success(status),
        }
    }

    /// Returns a status code of the documented status: itself, or the first of its range that is
    /// not documented by itself. `default` means 200 or 500 and the codes after it.
    ///
    /// `None` if there is no such code, or the status is not one of OpenAPI.
    pub fn code(&self) -> Option<u16> {
        let first = match (self.status, self.status.strip_suffix("XX")) {
            ("default", _) => {
                if self.is_success() {
                    200
                } else {
                    500
                }
            }
            (_, Some(class)) => class.parse::<u16>().ok()?.checked_mul(100)?,
            (status, _) => return status.parse().ok().filter(|code| (100..600).contains(code)),
        };
        let is_free = |code: &u16| {
            let known = [code.to_string(), format!("{}XX", code / 100)];
            let known = |status: &str| status != self.status && known.iter().any(|it| it == status);
            !self.operation.responses().any(|(status, _)| known(status))
        };
        (100..600).contains(&first).then_some(first..first / 100 * 100 + 100)?.find(is_free)
    }
}

fn calls_of(operation: Operation<'_>) -> Vec<ExampleCall<'_>> {
    let parameters: Vec<_> = operation
        .parameters()
        .into_iter()
        .filter(|&parameter| !is_ignored(operation, parameter))
        .collect();
    let mut calls = Vec::new();
    let mut responses: Vec<_> = operation.responses().collect();
    responses.sort_by_key(|&(status, _)| status);
    let mut unanswered = unanswered(operation);
    for (status, response) in responses {
        let mut answers = answers(response);
        if is_success(status) && answers == [("empty", None)] {
            answers.extend(unanswered.drain(..).map(|name| (name, None)));
            answers.sort_by_key(|&(name, _)| name);
        }
        for (name, response) in answers {
            let taking_part = parameters.iter().filter_map(|&parameter| {
                let value = match is_required(parameter) {
                    true => value(parameter, name),
                    false => named_example(carrier(parameter), name),
                };
                Some((parameter, value?))
            });
            let parameters = taking_part.collect();
            let request = request(operation, name);
            calls.push(ExampleCall { operation, status, name, request, response, parameters });
        }
    }
    calls.extend(all_parameters(&parameters, &calls));
    calls
}

/// The first successful call with a value for every parameter.
fn all_parameters<'d>(
    parameters: &[Node<'d>],
    calls: &[ExampleCall<'d>],
) -> Option<ExampleCall<'d>> {
    const NAME: &str = "all_parameters";
    let call = calls.iter().find(|call| call.is_success())?;
    let valued =
        parameters.iter().filter_map(|&parameter| Some((parameter, value(parameter, NAME)?)));
    let valued: Vec<_> = valued.collect();
    let optional = valued.iter().any(|&(parameter, _)| !is_required(parameter));
    optional.then(|| ExampleCall { name: NAME, parameters: valued, ..call.clone() })
}

/// The names and bodies of a response.
fn answers(response: Node<'_>) -> Vec<(&str, Option<Node<'_>>)> {
    match json_content(response) {
        Some(content) => examples(content).map(|(name, value)| (name, Some(value))).collect(),
        None if response.get("content").is_none_or(Node::is_empty) => vec![("empty", None)],
        None => Vec::new(),
    }
}

/// Returns the names of the request examples that no response example has, and that are not lent to
/// `empty`.
fn unanswered(operation: Operation<'_>) -> Vec<&str> {
    let content = operation.request_body().and_then(json_content);
    let lent = request(operation, "empty");
    let answers = operation.responses().flat_map(|(_, response)| answers(response));
    let answered: HashSet<&str> = answers.map(|(name, _)| name).collect();
    let requests = content.into_iter().flat_map(examples);
    requests
        .filter(|(name, value)| Some(*value) != lent && !answered.contains(name))
        .map(|(name, _)| name)
        .collect()
}

fn request<'d>(operation: Operation<'d>, name: &str) -> Option<Node<'d>> {
    let body = operation.request_body()?;
    let content = json_content(body)?;
    let lent = || is_required(body).then(|| examples(content).next()).flatten();
    let same = examples(content).find(|&(example, _)| example == name);
    same.or_else(lent).map(|(_, value)| value)
}

/// The named examples of a media type or parameter object by name, then its lone `example`.
fn examples(carrier: Node<'_>) -> impl Iterator<Item = (&str, Node<'_>)> {
    let named = carrier.get("examples").into_iter().flat_map(Node::entries);
    let named =
        named.filter_map(|entry| Some((entry.key, entry.value.resolve().ok()?.get("value")?)));
    let mut named: Vec<_> = named.collect();
    named.sort_by_key(|&(name, _)| name);
    named.into_iter().chain(carrier.get("example").map(|value| ("example", value)))
}

fn named_example<'d>(carrier: Node<'d>, name: &str) -> Option<Node<'d>> {
    carrier.get("examples")?.get(name)?.resolve().ok()?.get("value")
}

/// What a parameter is called with, where it takes part whatever the call.
fn value<'d>(parameter: Node<'d>, name: &str) -> Option<Node<'d>> {
    let carrier = carrier(parameter);
    let schema = carrier.get("schema").and_then(|schema| schema.resolve().ok());
    let of_schema = |keyword: &str| schema.and_then(|schema| schema.get(keyword));
    named_example(carrier, name)
        .or_else(|| carrier.get("example"))
        .or_else(|| of_schema("example"))
        .or_else(|| examples(carrier).next().map(|(_, value)| value))
        .or_else(|| of_schema("default"))
        .or_else(|| of_schema("enum")?.items().next())
}

/// The object that has a parameter's schema and examples: its only media type, or itself.
fn carrier(parameter: Node<'_>) -> Node<'_> {
    let content = parameter.get("content").and_then(|content| content.entries().next());
    content.map_or(parameter, |entry| entry.value)
}

/// Whether a parameter is not an argument: the client sets it, or it is never sent.
fn is_ignored(operation: Operation, parameter: Node) -> bool {
    let text = |key: &str| parameter.get(key).and_then(Node::as_str).unwrap_or_default();
    let name = text("name");
    let is_ignored = || is_ignored_header(name) || is_credential_header(operation, name);
    text("in") == "header" && is_ignored()
}
