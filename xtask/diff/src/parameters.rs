//! Parameters and headers.

use spec::{Node, ObjectKind, is_required};

use super::impact::Level;
use super::members::text;
use super::pairs::ObjectPair;
use super::resolved_object::ResolvedObject;
use super::rust_arguments;
use super::schema_types;

/// What a change of a parameter is about.
pub fn subject(parameter: Node) -> String {
    let required = if is_required(parameter) { "required" } else { "optional" };
    format!("{required} {} parameter `{}`", text(parameter, "in"), text(parameter, "name"))
}

/// The type of a parameter or header in a word.
pub fn type_of(parameter: Node) -> String {
    match parameter.get("schema") {
        Some(schema) => schema_types::type_of(&ResolvedObject::schema(schema, [schema])),
        None => "any".to_owned(),
    }
}

/// What it means to source code that a parameter is written in another way.
pub fn source(pair: &ObjectPair) -> Level {
    let [was, is] = [&pair.base, &pair.head].map(|object| rust_arguments::of(object.anchor()));
    Level::breaking_if(was != is)
}

/// How a parameter's value is written: its style, and whether a list is spread over several.
pub fn style(kind: ObjectKind, object: &ResolvedObject) -> (String, bool) {
    let location = object.text("in").unwrap_or_default();
    let usual = match location {
        "query" | "cookie" => "form",
        _ if kind == ObjectKind::Encoding => "form",
        _ => "simple",
    };
    let style = object.text("style").unwrap_or(usual).to_owned();
    let explode = object.get("explode").and_then(Node::as_bool);
    let explode = explode.unwrap_or(style == "form");
    (style, explode)
}

/// Whether a parameter may hold more than one value.
pub fn is_composite(object: &ResolvedObject) -> bool {
    let Some(schema) = object.get("schema") else { return true };
    let schema = ResolvedObject::schema(schema, [schema]);
    let types = schema_types::types(&schema);
    types.is_empty() || types.contains("array") || types.contains("object")
}
