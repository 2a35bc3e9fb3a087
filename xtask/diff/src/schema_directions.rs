//! The named schemas that requests and responses use.

use std::collections::HashSet;

use spec::{Document, Node};

use super::rust_bodies::is_typed_response;

/// The values that references in requests, and in the responses that callers get, lead to.
pub struct SchemaDirections<'d> {
    pub sent: HashSet<Node<'d>>,
    pub received: HashSet<Node<'d>>,
}

impl<'d> SchemaDirections<'d> {
    pub fn of(document: &'d Document<'d>) -> Self {
        let mut reached = Self { sent: HashSet::new(), received: HashSet::new() };
        for operation in spec::operations(document) {
            operation.parameters().into_iter().for_each(|node| context(node, &mut reached.sent));
            operation.request_body().into_iter().for_each(|node| context(node, &mut reached.sent));
            let typed =
                operation.responses().filter(|(status, _)| is_typed_response(operation, status));
            typed.for_each(|(_, node)| context(node, &mut reached.received));
        }
        reached
    }

    /// Whether only requests lead to a schema.
    ///
    /// Its type in Rust is as strict as it says; all others take a response whatever it lacks.
    pub fn only_in_requests(&self, schema: Node<'d>) -> bool {
        self.sent.contains(&schema) && !self.received.contains(&schema)
    }
}

/// Adds all that the references in a value lead to.
fn context<'d>(from: Node<'d>, found: &mut HashSet<Node<'d>>) {
    let mut open = vec![from];
    while let Some(node) = open.pop() {
        match node.get("$ref").and_then(|_| node.resolve().ok()) {
            Some(target) if found.insert(target) => open.push(target),
            Some(_) => {}
            None => {
                let inner = node.items().chain(node.entries().map(|entry| entry.value));
                open.extend(inner.filter(|node| node.is_object() || node.is_array()));
            }
        }
    }
}
