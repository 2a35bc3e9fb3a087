//! Ways through a document: its schemas, its operations, its references.

use std::collections::BTreeSet;

use serde_json::{Map, Value, json};

const PREFIX: &str = "#/components/schemas/";
/// A reference to a named schema.
pub fn reference(name: &str) -> Value {
    json!({ "$ref": format!("{PREFIX}{name}") })
}

/// The name of the schema that a reference leads to.
pub fn referenced(schema: &Value) -> Option<&str> {
    schema.get("$ref")?.as_str()?.strip_prefix(PREFIX)
}

/// A key as one token of a JSON pointer (RFC 6901).
pub fn pointer_token(key: &str) -> String {
    key.replace('~', "~0").replace('/', "~1")
}

/// The named schemas, made when there are none.
pub fn schemas(document: &mut Value) -> &mut Map<String, Value> {
    object(object(document, "components"), "schemas").as_object_mut().expect("made an object")
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

/// The names of the schemas that a value leads to, directly or through others.
pub fn reached(document: &Value, value: &Value) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    if let Some(named) = document.pointer("/components/schemas").and_then(Value::as_object) {
        reach(value, named, &mut found);
    }
    found
}

/// Adds to `found` the names of the schemas that a value leads to.
pub fn reach(value: &Value, named: &Map<String, Value>, found: &mut BTreeSet<String>) {
    match value {
        Value::Array(items) => items.iter().for_each(|item| reach(item, named, found)),
        Value::Object(members) => {
            if let Some(name) = referenced(value)
                && found.insert(name.to_owned())
                && let Some(schema) = named.get(name)
            {
                reach(schema, named, found);
            }
            members.values().for_each(|member| reach(member, named, found));
        }
        _ => {}
    }
}

/// The members of an object's member, if it is an object; indexing would add a `null`.
pub fn members<'v>(
    value: &'v mut Value,
    key: &str,
) -> impl Iterator<Item = (&'v String, &'v mut Value)> {
    value.get_mut(key).and_then(Value::as_object_mut).into_iter().flatten()
}

/// The items of an object's member, if it is an array.
pub fn items<'v>(value: &'v mut Value, key: &str) -> impl Iterator<Item = &'v mut Value> {
    value.get_mut(key).and_then(Value::as_array_mut).into_iter().flatten()
}

/// Calls `visit` with every operation and its place in the document.
pub fn operations<E>(
    document: &mut Value,
    mut visit: impl FnMut(&str, &mut Value) -> Result<(), E>,
) -> Result<(), E> {
    let Some(paths) = document.get_mut("paths").and_then(Value::as_object_mut) else {
        return Ok(());
    };
    for (path, item) in paths.iter_mut().filter(|(path, _)| path.starts_with('/')) {
        for method in spec::METHODS {
            if let Some(operation) = item.get_mut(method).filter(|operation| operation.is_object())
            {
                visit(&format!("/paths/{}/{method}", pointer_token(path)), operation)?;
            }
        }
    }
    Ok(())
}

/// Calls `visit` with every schema below a value that holds schemas, the inner ones first.
///
/// Values of `example`, `default` and `enum` are data and are not entered.
pub fn each_schema(holder: &mut Value, visit: &mut dyn FnMut(&mut Value)) {
    match holder {
        Value::Array(items) => items.iter_mut().for_each(|item| each_schema(item, visit)),
        Value::Object(members) => {
            for (key, member) in members {
                match key.as_str() {
                    "example" | "examples" | "default" | "enum" => {}
                    "schema" | "items" | "not" => inner(member, visit),
                    "additionalProperties" if member.is_object() => inner(member, visit),
                    "allOf" | "oneOf" | "anyOf" => {
                        member.as_array_mut().into_iter().flatten().for_each(|m| inner(m, visit));
                    }
                    "properties" | "schemas" => {
                        let members = member.as_object_mut().into_iter().flatten();
                        members.for_each(|(_, schema)| inner(schema, visit));
                    }
                    _ => each_schema(member, visit),
                }
            }
        }
        _ => {}
    }
}

fn inner(schema: &mut Value, visit: &mut dyn FnMut(&mut Value)) {
    each_schema(schema, visit);
    visit(schema);
}
