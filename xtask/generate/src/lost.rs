//! Finds members of a JSON body that its schema allows and the types of the client lose.

use std::collections::HashSet;

use spec::Node;

/// The depth at which schemas are considered recursive and the search ends.
const MAX_DEPTH: usize = 64;

/// Returns why the types of the client lose a part of a body; `None` if they do not.
pub fn reason(holder: Node, value: Node, is_sent: bool) -> Option<&'static str> {
    let schema = spec::json_content(holder)?.get("schema")?;
    lost(schema, value, is_sent, MAX_DEPTH)
}

fn lost(schema: Node, value: Node, is_sent: bool, depth: usize) -> Option<&'static str> {
    let depth = depth.checked_sub(1)?;
    let all = parts(schema);
    if value.is_array() {
        let items = all.iter().find_map(|schema| schema.get("items"))?;
        return value.items().find_map(|item| lost(items, item, is_sent, depth));
    }
    let property = |name: &str| all.iter().find_map(|schema| schema.get("properties")?.get(name));
    for member in value.entries() {
        let property = property(member.key);
        if let Some(reason) = property.and_then(|it| lost(it, member.value, is_sent, depth)) {
            return Some(reason);
        }
    }
    let required =
        all.iter().flat_map(|schema| schema.get("required").into_iter().flat_map(Node::items));
    let mut missing = required.filter_map(Node::as_str).filter(|name| value.get(name).is_none());
    let is_hidden = |name: &str| {
        let property = property(name).and_then(|property| property.resolve().ok());
        property.and_then(|property| property.get("writeOnly")?.as_bool()) == Some(true)
    };
    (!is_sent && value.is_object() && missing.any(is_hidden))
        .then_some("the client requires members of a response that are `writeOnly`")
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
