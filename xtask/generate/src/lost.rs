//! Finds parts of an example that its schema allows and the types of the client lose.

use std::collections::HashSet;

use spec::{Kind, Node};

/// The depth at which schemas are considered recursive and the search ends.
const MAX_DEPTH: usize = 64;

/// Returns why the types of the client lose a part of a body; `None` if they do not.
pub fn reason(holder: Node, value: Node) -> Option<&'static str> {
    let schema = spec::json_content(holder)?.get("schema")?;
    lost(schema, value, MAX_DEPTH)
}

/// Returns why the type of a parameter cannot represent a value; `None` if it can.
pub fn of_parameter(parameter: Node, value: Node) -> Option<&'static str> {
    lost(parameter.get("schema")?, value, MAX_DEPTH)
}

fn lost(schema: Node, value: Node, depth: usize) -> Option<&'static str> {
    let depth = depth.checked_sub(1)?;
    let all = parts(schema);
    if is_large(&all, value) {
        return Some("the client has no type for an integer of this size");
    }
    if value.is_array() {
        let items = all.iter().find_map(|schema| schema.get("items"))?;
        return value.items().find_map(|item| lost(items, item, depth));
    }
    let property = |name: &str| all.iter().find_map(|schema| schema.get("properties")?.get(name));
    for member in value.entries() {
        let property = property(member.key);
        if let Some(reason) = property.and_then(|it| lost(it, member.value, depth)) {
            return Some(reason);
        }
    }
    None
}

/// Returns a schema and all schemas of its `allOf`, each once.
fn parts(schema: Node<'_>) -> Vec<Node<'_>> {
    let (mut parts, mut known, mut open) = (Vec::new(), HashSet::new(), vec![schema]);
    while let Some(schema) = open.pop() {
        let Ok(schema) = schema.resolve() else { continue };
        if known.insert(schema) {
            parts.push(schema);
            let inner: Vec<Node> = schema.get("allOf").into_iter().flat_map(Node::items).collect();
            open.extend(inner.into_iter().rev());
        }
    }
    parts
}

/// Returns whether a value is an integer that the type of its schema cannot represent.
fn is_large(schemas: &[Node], value: Node) -> bool {
    let says = |key: &str, text: &str| {
        schemas.iter().any(|schema| schema.get(key).and_then(Node::as_str) == Some(text))
    };
    if value.kind() != Kind::Number || !says("type", "integer") {
        return false;
    }
    let value = value.to_value();
    let is_unsigned = says("format", "uint64") && value.is_u64();
    // `1.0` is an integer, too.
    let is_small = value.as_f64().is_some_and(|value| value.abs() < i64::MAX as f64);
    !(value.is_i64() || is_unsigned || is_small)
}
