//! Iterates over the schemas, operations and references of a document.

use std::collections::BTreeSet;

use serde_json::{Map, Value, json};
use spec::NAMED_SCHEMA;

/// The longest chain of references that is followed. Lint reports cycles, so a bound is sufficient.
pub const MAX_LINKS: usize = 10_000;

/// Returns a reference to a named schema.
pub fn reference(name: &str) -> Value {
    json!({ "$ref": format!("{NAMED_SCHEMA}{name}") })
}

/// Returns the name of the schema that a reference refers to.
pub fn referenced(schema: &Value) -> Option<&str> {
    schema.get("$ref")?.as_str()?.strip_prefix(NAMED_SCHEMA)
}

/// Returns the name of the schema that a reference, or a nullable one, refers to.
pub fn target(schema: &Value) -> Option<&str> {
    referenced(schema).or_else(|| schema.get("allOf")?.get(0).and_then(referenced))
}

/// Returns the JSON pointer of a reference within the document.
pub fn pointer(reference: &str) -> Option<String> {
    reference.strip_prefix('#').map(|fragment| spec::percent_decode(fragment).into_owned())
}

/// Returns the named schemas; adds the object if it is missing.
pub fn schemas(document: &mut Value) -> &mut Map<String, Value> {
    object(object(document, "components"), "schemas").as_object_mut().expect("made an object")
}

/// Changes the operations of a document with its named schemas at hand.
pub fn with_schemas(document: &mut Value, change: impl FnOnce(&mut Value, &Map<String, Value>)) {
    let named = std::mem::take(schemas(document));
    change(document, &named);
    *schemas(document) = named;
}

fn object<'v>(value: &'v mut Value, key: &str) -> &'v mut Value {
    if !value.is_object() {
        *value = json!({});
    }
    let member = &mut value[key];
    if !member.is_object() {
        *member = json!({});
    }
    member
}

/// Returns the names of the schemas that a value refers to, directly or through others.
pub fn reached(document: &Value, value: &Value) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    if let Some(named) = document.pointer("/components/schemas").and_then(Value::as_object) {
        reach(value, named, &mut found);
    }
    found
}

/// Adds the names of the schemas that a value refers to, directly or through others.
pub fn reach(value: &Value, named: &Map<String, Value>, found: &mut BTreeSet<String>) {
    let mut rest = vec![value];
    while let Some(value) = rest.pop() {
        match value {
            Value::Array(items) => rest.extend(items),
            Value::Object(members) => {
                let name = referenced(value).filter(|name| found.insert((*name).to_owned()));
                rest.extend(name.and_then(|name| named.get(name)));
                rest.extend(members.values());
            }
            _ => {}
        }
    }
}

/// Returns the members of an object below a key. Unlike indexing, it does not add the key.
pub fn members<'v>(
    value: &'v mut Value,
    key: &str,
) -> impl Iterator<Item = (&'v String, &'v mut Value)> {
    value.get_mut(key).and_then(Value::as_object_mut).into_iter().flatten()
}

/// Returns the items of an array below a key.
pub fn items<'v>(value: &'v mut Value, key: &str) -> impl Iterator<Item = &'v mut Value> {
    value.get_mut(key).and_then(Value::as_array_mut).into_iter().flatten()
}

/// Returns the operations.
pub fn operations(document: &mut Value) -> impl Iterator<Item = &mut Value> {
    placed_operations(document).map(|(_, _, operation)| operation)
}

/// Returns the operations with path and method, in the order of the document.
pub fn placed_operations(
    document: &mut Value,
) -> impl Iterator<Item = (&String, &String, &mut Value)> {
    let items = members(document, "paths").filter(|(path, _)| path.starts_with('/'));
    items.flat_map(|(path, item)| {
        let methods = item.as_object_mut().into_iter().flatten();
        let operations = methods.filter(|(method, operation)| {
            spec::METHODS.contains(&method.as_str()) && operation.is_object()
        });
        operations.map(move |(method, operation)| (path, method, operation))
    })
}

/// Calls `visit` with every schema of a document, the inner ones first.
pub fn each_schema(document: &mut Value, visit: &mut dyn FnMut(&mut Value)) {
    roots(document, &mut |schema| {
        below(schema, visit);
        visit(schema);
    });
}

/// Calls `visit` with every schema that is not part of another schema.
pub fn roots(document: &mut Value, visit: &mut dyn FnMut(&mut Value)) {
    if let Some(components) = document.get_mut("components") {
        members(components, "schemas").for_each(|(_, schema)| visit(schema));
        for kind in ["parameters", "requestBodies", "responses"] {
            members(components, kind).for_each(|(_, component)| content(component, visit));
        }
    }
    for (_, item) in members(document, "paths") {
        items(item, "parameters").for_each(|parameter| content(parameter, visit));
    }
    for operation in operations(document) {
        items(operation, "parameters").for_each(|parameter| content(parameter, visit));
        operation.get_mut("requestBody").into_iter().for_each(|body| content(body, visit));
        members(operation, "responses").for_each(|(_, response)| content(response, visit));
    }
}

/// Visits the schemas of a parameter, a request body or a response.
fn content(holder: &mut Value, visit: &mut dyn FnMut(&mut Value)) {
    holder.get_mut("schema").into_iter().for_each(&mut *visit);
    for (_, media) in members(holder, "content") {
        media.get_mut("schema").into_iter().for_each(&mut *visit);
    }
}

/// Calls `visit` with every schema that is part of this one, the inner ones first.
pub fn below(schema: &mut Value, visit: &mut dyn FnMut(&mut Value)) {
    let mut inner = |schema: &mut Value| {
        below(schema, visit);
        visit(schema);
    };
    members(schema, "properties").for_each(|(_, property)| inner(property));
    schema.get_mut("items").into_iter().for_each(&mut inner);
    schema.get_mut("not").into_iter().for_each(&mut inner);
    // A boolean is not a schema in OpenAPI 3.0.
    let more = schema.get_mut("additionalProperties").filter(|more| !more.is_boolean());
    more.into_iter().for_each(&mut inner);
    for key in ["allOf", "oneOf", "anyOf"] {
        items(schema, key).for_each(&mut inner);
    }
}
