//! What counts for an operation, and what it is called.

use spec::{Node, Operation};

use super::changes::AffectedOperation;
use super::location::Location;

/// The list of servers that counts for an operation; without one, what it would be in.
pub fn own_servers(operation: Operation) -> Node {
    nearest(operation, "servers", true)
}

/// The security requirements that count for an operation; without any, what they would be in.
pub fn own_security(operation: Operation) -> Node {
    nearest(operation, "security", false)
}

fn nearest<'d>(operation: Operation<'d>, key: &str, in_path: bool) -> Node<'d> {
    let root = operation.node.document().root();
    let of_path = || operation.path_item.get(key).filter(|_| in_path);
    operation.node.get(key).or_else(of_path).or_else(|| root.get(key)).unwrap_or(root)
}

/// Returns the location of a list; an object is what the list would be in.
pub fn location_of(list: Node) -> Location {
    if list.is_array() { Location::at(list) } else { Location::missing_in(list) }
}

/// What an operation is called with: `GET /apps`.
pub fn call(operation: Operation) -> String {
    format!("{} {}", operation.method.to_uppercase(), operation.path)
}

/// Returns the names of an operation.
pub fn affected(operation: Operation) -> AffectedOperation {
    let call = call(operation);
    AffectedOperation { name: operation.id().map_or_else(|| call.clone(), str::to_owned), call }
}
