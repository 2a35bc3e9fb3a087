//! Finds parts of an example that its schema allows and the types of the client lose or refuse.

use std::collections::HashSet;

use spec::{Kind, Node};

use super::lower::infer_types::implied_by_keywords;

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
    if is_of_another_type(&all, value, implied) {
        return Some(
            "its schema has no `type`, and the client uses the one that its keywords imply",
        );
    }
    let mut choices = all.iter().flat_map(|schema| [schema.get("oneOf"), schema.get("anyOf")]);
    if let Some(reason) = choices.find_map(|choice| lost_by_all(choice?, value, depth)) {
        return Some(reason);
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

/// Returns why no schema of a choice keeps a value. The type of a choice has the values of them all.
fn lost_by_all(choice: Node, value: Node, depth: usize) -> Option<&'static str> {
    let mut reason = None;
    for schema in choice.items() {
        match lost(schema, value, depth) {
            Some(found) => reason = Some(found),
            None if is_of_another_type(&parts(schema), value, declared) => {}
            None => return None,
        }
    }
    reason
}

/// Returns whether one of the schemas has a type that does not have a value.
fn is_of_another_type(schemas: &[Node], value: Node, ty: fn(Node) -> Option<&str>) -> bool {
    schemas.iter().filter_map(|schema| ty(*schema)).any(|ty| match value.kind() {
        Kind::Null => false,
        Kind::Object => ty != "object",
        Kind::Array => ty != "array",
        _ => ["object", "array"].contains(&ty),
    })
}

fn declared(schema: Node<'_>) -> Option<&str> {
    schema.get("type")?.as_str()
}

/// Returns the type that a schema without `type` becomes.
fn implied(schema: Node<'_>) -> Option<&str> {
    match schema.get("type") {
        Some(_) => None,
        None => implied_by_keywords(|key| schema.get(key).is_some()),
    }
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
