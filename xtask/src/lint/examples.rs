//! The examples of a document, each with the schema that it is an example of.

use spec::{Document, Node};

/// Every example value beside its schema, wherever the document has one.
pub fn of<'d>(document: &'d Document<'_>) -> Vec<(Node<'d>, Node<'d>)> {
    let mut found = Vec::new();
    visit(document.root(), &mut found);
    found
}

/// Media types, parameters and headers have a `schema` beside `example` or `examples`; a schema
/// has its own `example`.
fn visit<'d>(node: Node<'d>, found: &mut Vec<(Node<'d>, Node<'d>)>) {
    node.items().for_each(|item| visit(item, found));
    if let Some(schema) = node.get("schema") {
        found.extend(node.get("example").map(|value| (schema, value)));
        for entry in node.get("examples").into_iter().flat_map(|all| all.entries()) {
            let example = entry.value.resolve().ok();
            found.extend(example.and_then(|example| example.get("value")).map(|v| (schema, v)));
        }
    } else if node.get("type").is_some_and(|kind| kind.as_str().is_some()) {
        found.extend(node.get("example").map(|value| (node, value)));
    }
    for entry in node.entries() {
        match entry.key {
            "default" | "enum" | "example" | "examples" | "value" => {}
            "properties" => entry.value.entries().for_each(|entry| visit(entry.value, found)),
            _ => visit(entry.value, found),
        }
    }
}
