//! What the client declares for components, and what names a type.

use spec::Node;

use super::resolved_object::ResolvedObject;
use super::rust_schema::{RustSchemas, has_keywords};
use super::rust_type::Form;
use super::schemas::referenced;

/// Whether a schema that has no name becomes a list or a map, which is empty when it is missing.
pub fn is_collection(schema: Node) -> bool {
    let ty = RustSchemas::default().type_of(&[schema]);
    ty.name.is_none() && !ty.nullable && matches!(ty.form, Form::List | Form::Map { .. })
}

/// Whether the client has a type for a component that nothing refers to, or for a part of it.
pub fn is_declared_unused(schema: Node) -> bool {
    declares(schema, true)
}

/// Whether the client has a type for a part of a component that nothing refers to.
pub fn declares_inside(schema: Node) -> bool {
    is_in_component(schema) && declares(schema, false)
}

/// Whether a schema is a component or a part of one, and not of an operation.
pub fn is_in_component(schema: Node) -> bool {
    let mut around = std::iter::successors(schema.parent(), |node| node.parent());
    around.any(|node| node.key() == Some("schemas") && parent_key(node) == Some("components"))
}

fn parent_key<'d>(node: Node<'d>) -> Option<&'d str> {
    node.parent().and_then(Node::key)
}

fn declares(schema: Node, is_named: bool) -> bool {
    let mut types = RustSchemas::default();
    let mut open = vec![(schema, is_named)];
    while let Some((node, is_named)) = open.pop() {
        if node.get("$ref").is_some() {
            continue;
        }
        if types.type_of(&[node]).is_always_declared(is_named) {
            return true;
        }
        let properties = node.get("properties").into_iter().flat_map(Node::entries);
        let parts = ["items", "additionalProperties"].into_iter().filter_map(|key| node.get(key));
        open.extend(properties.map(|entry| entry.value).chain(parts).map(|part| (part, false)));
    }
    false
}

/// Whether a schema becomes an enum in Rust.
pub fn is_enum(schema: &ResolvedObject) -> bool {
    RustSchemas::default().type_of(schema.parts()).form == Form::Enum
}

/// The reference that gives a type its name: a schema itself, or what it only wraps.
pub fn named(schema: Node) -> Option<Node> {
    if referenced(schema).is_some() {
        return Some(schema);
    }
    let is_bare =
        !has_keywords(schema) && ["oneOf", "anyOf"].iter().all(|key| schema.get(key).is_none());
    let mut only = schema.get("allOf").filter(|list| list.len() == 1)?.items();
    only.next().filter(|only| is_bare && referenced(*only).is_some())
}
