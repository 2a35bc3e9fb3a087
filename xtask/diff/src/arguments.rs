//! The parameters of an operation that callers set.

use mapping::PROJECT;
use spec::{Node, Operation, is_required};

use super::matching::is_ignored;
use super::members::text;
use super::paths::positions;

/// Whether callers set a parameter; there are none in cookies, and credentials are the client's.
pub fn is_caller_set(operation: Operation, parameter: Node) -> bool {
    let name = text(parameter, "name");
    match text(parameter, "in") {
        "cookie" => false,
        "header" => !spec::is_credential_header(operation, name),
        "path" => name != PROJECT,
        _ => true,
    }
}

/// The parameters that are arguments of a call, in their order.
pub fn arguments(operation: Operation) -> Vec<Node> {
    let order = positions(operation.path);
    let position = |node: &Node| match text(*node, "in") {
        "path" => order.get(text(*node, "name")).copied().unwrap_or(order.len()),
        _ => order.len() + 1,
    };
    let parameters = operation.parameters().into_iter();
    let mut arguments: Vec<_> = parameters
        .filter(|&node| !is_ignored(node) && is_caller_set(operation, node) && is_required(node))
        .collect();
    arguments.sort_by_key(position);
    arguments
}
