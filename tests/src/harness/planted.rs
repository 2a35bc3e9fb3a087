//! Canaries wherever the document declares a secret, `format: password`.

use std::collections::BTreeSet;

use serde_json::{Map, Value};
use spec::{Node, json_content};

use super::canaries;
use crate::harness::check::{document, text};
use crate::harness::examples::Example;

/// Where the document declares secrets.
pub type Pointers = BTreeSet<String>;

/// Replaces every secret of these calls and their responses with a canary, and adds those that the
/// examples leave out.
///
/// Returns the JSON pointers of the secrets of these operations, and which of them have a canary.
pub fn plant(examples: &mut [Example]) -> (Pointers, Pointers) {
    let document = document();
    let (mut declared, mut planted) = (Pointers::new(), Pointers::new());
    for operation in spec::operations(document) {
        let example = examples.iter_mut().find(|it| operation.label() == it.operation);
        let Some(example) = example else { continue };
        let mut put = |schema: Option<Node>, value: &mut Value, canary| {
            let Some(schema) = schema else { return };
            declare(schema, &mut Vec::new(), &mut declared);
            Planter { canary, planted: &mut planted }.fill(schema, value, true);
        };
        for parameter in operation.parameters() {
            let name = (text(parameter, "in"), text(parameter, "name"));
            let mut value = example.arguments.remove(&name).unwrap_or_default();
            put(schema(parameter), &mut value, canaries::ARGUMENT);
            // An optional parameter that is no secret still takes no part.
            if !value.is_null() {
                example.arguments.insert(name, value);
            }
        }
        if let (Some(body), Some(value)) = (operation.request_body(), &mut example.body) {
            put(json_content(body).and_then(schema), value, canaries::REQUEST);
        }
        if let Some((_, response)) = operation.success() {
            let schema = json_content(response).and_then(schema);
            put(schema, &mut example.response, canaries::RESPONSE);
        }
    }
    (declared, planted)
}

fn schema(carrier: Node<'_>) -> Option<Node<'_>> {
    let content = carrier.get("content").and_then(|content| content.entries().next());
    content.map_or(carrier, |entry| entry.value).get("schema")?.resolve().ok()
}

fn is_secret(schema: Node) -> bool {
    text(schema, "format") == "password"
}

/// The schemas that say of a value what `schema` says: it and what it is composed of.
fn parts(schema: Node<'_>) -> Vec<Node<'_>> {
    let mut parts = vec![schema];
    let mut next = 0;
    while let Some(&part) = parts.get(next) {
        let composed = ["allOf", "anyOf", "oneOf"].into_iter().filter_map(|key| part.get(key));
        for part in composed.flat_map(Node::items).filter_map(|part| part.resolve().ok()) {
            if !parts.contains(&part) {
                parts.push(part);
            }
        }
        next += 1;
    }
    parts
}

/// The properties of an object, and the schema of all others.
fn properties(schema: Node<'_>) -> Vec<(Option<&str>, Node<'_>)> {
    let declared = schema.get("properties").into_iter().flat_map(Node::entries);
    let declared = declared.map(|entry| (Some(entry.key), entry.value));
    let others = schema.get("additionalProperties").map(|schema| (None, schema));
    let all = declared.chain(others).filter(|(_, schema)| schema.is_object());
    all.filter_map(|(name, schema)| Some((name, schema.resolve().ok()?))).collect()
}

fn items(schema: Node<'_>) -> Option<Node<'_>> {
    schema.get("items")?.resolve().ok()
}

/// Collects the secrets in `schema`, however deep.
fn declare<'d>(schema: Node<'d>, seen: &mut Vec<Node<'d>>, declared: &mut Pointers) {
    if seen.contains(&schema) {
        return;
    }
    seen.push(schema);
    for part in parts(schema) {
        if is_secret(part) {
            declared.insert(part.pointer());
        }
        let inner = properties(part).into_iter().map(|(_, schema)| schema).chain(items(part));
        inner.for_each(|schema| declare(schema, seen, declared));
    }
}

struct Planter<'p> {
    canary: &'static str,
    planted: &'p mut Pointers,
}

impl Planter<'_> {
    /// Puts canaries into a value of this schema. Adds what is missing, if an example has the value.
    fn fill(&mut self, schema: Node, value: &mut Value, is_given: bool) {
        let is_empty = value.is_null() || value.as_array().is_some_and(Vec::is_empty);
        let smallest = (is_empty && is_given).then(|| smallest(schema, &mut Vec::new())).flatten();
        if let Some(smallest) = smallest {
            *value = smallest;
            return self.fill(schema, value, false);
        }
        for part in parts(schema) {
            match value {
                Value::String(text) if is_secret(part) => {
                    self.planted.insert(part.pointer());
                    self.canary.clone_into(text);
                }
                Value::Object(members) => self.fill_object(part, members, is_given),
                Value::Array(values) => {
                    let Some(schema) = items(part) else { continue };
                    values.iter_mut().for_each(|value| self.fill(schema, value, is_given));
                }
                _ => {}
            }
        }
    }

    fn fill_object(&mut self, schema: Node, members: &mut Map<String, Value>, is_given: bool) {
        let properties = properties(schema);
        for &(name, property) in &properties {
            let Some(name) = name else {
                let is_other = |key: &str| properties.iter().all(|(name, _)| *name != Some(key));
                let others = members.iter_mut().filter(|(key, _)| is_other(key));
                others.for_each(|(_, value)| self.fill(property, value, is_given));
                continue;
            };
            let mut value = members.remove(name).unwrap_or_default();
            self.fill(property, &mut value, is_given);
            if !value.is_null() {
                members.insert(name.to_owned(), value);
            }
        }
    }
}

/// The smallest value with a place for a secret; none if there is no secret in it, or if it needs
/// other values, too.
fn smallest<'d>(schema: Node<'d>, around: &mut Vec<Node<'d>>) -> Option<Value> {
    if around.contains(&schema) {
        return None;
    }
    around.push(schema);
    let found = parts(schema).into_iter().filter_map(|part| {
        if is_secret(part) {
            return Some(Value::String(String::new()));
        }
        if let Some(value) = items(part).and_then(|item| smallest(item, around)) {
            return Some(vec![value].into());
        }
        let members = properties(part).into_iter().filter_map(|(name, property)| {
            Some((name.unwrap_or("other").to_owned(), smallest(property, around)?))
        });
        let members: Map<String, Value> = members.collect();
        let required = part.get("required").into_iter().flat_map(Node::items);
        let is_whole = required.filter_map(Node::as_str).all(|name| members.contains_key(name));
        (is_whole && !members.is_empty()).then(|| members.into())
    });
    let found = found.reduce(|mut one, other| {
        if let (Value::Object(one), Value::Object(other)) = (&mut one, other) {
            one.extend(other);
        }
        one
    });
    around.pop();
    found
}

#[test]
fn every_secret_is_replaced_by_a_canary() {
    let secret = r#"{"type": "string", "format": "password"}"#;
    for (schema, value, expected) in [
        ("S", r#""a""#, r#""!""#),
        (r#"{"type": "array", "items": S}"#, "[]", r#"["!"]"#),
        (r#"{"type": "array", "items": S}"#, r#"["a", "b"]"#, r#"["!", "!"]"#),
        (
            r#"{"properties": {"a": S, "b": {"type": "string"}}}"#,
            r#"{"b": "b"}"#,
            r#"{"b": "b", "a": "!"}"#,
        ),
        (r#"{"properties": {"a": {"properties": {"b": S}}}}"#, "{}", r#"{"a": {"b": "!"}}"#),
        (r#"{"properties": {"a": {"properties": {"b": S}, "required": ["c"]}}}"#, "{}", "{}"),
        (r#"{"additionalProperties": S}"#, r#"{"x": "a"}"#, r#"{"x": "!"}"#),
        (r#"{"additionalProperties": S}"#, "null", r#"{"other": "!"}"#),
        (
            r#"{"allOf": [{"properties": {"a": S}}, {"properties": {"b": S}}]}"#,
            "null",
            r#"{"a": "!", "b": "!"}"#,
        ),
        (
            r##"{"properties": {"a": S, "b": {"$ref": "#/schema"}}}"##,
            r#"{"b": {}}"#,
            r#"{"a": "!", "b": {"a": "!", "b": {"a": "!"}}}"#,
        ),
        (r#"{"type": "string"}"#, r#""a""#, r#""a""#),
        (r#"{"type": "string"}"#, "null", "null"),
    ] {
        let text = format!(r#"{{"openapi": "3.0.3", "schema": {}}}"#, schema.replace('S', secret));
        let source = spec::Source::new("small.json", text);
        let document = spec::Document::parse(&source).expect("a document");
        let mut value: Value = serde_json::from_str(value).expect("JSON");
        let mut planted = Pointers::new();
        let schema_node = document.at("/schema").expect("a schema");
        Planter { canary: "!", planted: &mut planted }.fill(schema_node, &mut value, true);
        assert_eq!(value, serde_json::from_str::<Value>(expected).expect("JSON"), "{schema}");
        assert_eq!(planted.is_empty(), !value.to_string().contains('!'), "{schema}");
    }
}
