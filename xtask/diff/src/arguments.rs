//! The parameters of an operation that callers set.

use mapping::PROJECT;
use spec::{Node, Operation};

use super::matching::is_ignored;
use super::members::text;
use super::paths::places;

/// Whether callers set a parameter; there are none in cookies, and credentials are the client's.
pub fn is_caller_set(parameter: Node) -> bool {
    let name = text(parameter, "name");
    let schemes = parameter.document().at("/components/securitySchemes");
    let is_credential = |scheme: Node| {
        text(scheme, "in") == "header" && text(scheme, "name").eq_ignore_ascii_case(name)
    };
    match text(parameter, "in") {
        "cookie" => false,
        "header" => !schemes
            .is_some_and(|schemes| schemes.entries().any(|entry| is_credential(entry.value))),
        "path" => name != PROJECT,
        _ => true,
    }
}

/// The parameters that are arguments of a call, in their order.
pub fn arguments(operation: Operation) -> Vec<Node> {
    let order = places(operation.path);
    let place = |node: &Node| match text(*node, "in") {
        "path" => order.get(text(*node, "name")).copied().unwrap_or(order.len()),
        _ => order.len() + 1,
    };
    let parameters = operation.parameters().into_iter();
    let mut arguments: Vec<_> = parameters
        .filter(|&node| !is_ignored(node) && is_caller_set(node) && is_required(node))
        .collect();
    arguments.sort_by_key(place);
    arguments
}

/// Whether a parameter must be given.
pub fn is_required(parameter: Node) -> bool {
    text(parameter, "in") == "path"
        || parameter.get("required").and_then(Node::as_bool) == Some(true)
}
