//! Ways through a document: its schemas, its operations, its references.

use std::collections::BTreeSet;

use percent_encoding::percent_decode_str;
use serde_json::{Map, Value, json};

use super::Refusal;

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

/// The JSON pointer of a reference that stays in the document.
pub fn pointer(reference: &str) -> Option<String> {
    let fragment = reference.strip_prefix('#')?;
    Some(percent_decode_str(fragment).decode_utf8().ok()?.into_owned())
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
    for (path, item) in members(document, "paths").filter(|(path, _)| path.starts_with('/')) {
        for method in spec::METHODS {
            if let Some(operation) = item.get_mut(method).filter(|operation| operation.is_object())
            {
                visit(&format!("/paths/{}/{method}", pointer_token(path)), operation)?;
            }
        }
    }
    Ok(())
}

/// What is done with a schema and its place in the document.
pub type Visit<'v> = dyn FnMut(&str, &mut Value) -> Result<(), Refusal> + 'v;

/// Calls `visit` with every schema of a document, the inner ones first.
pub fn each_schema(document: &mut Value, visit: &mut Visit) -> Result<(), Refusal> {
    roots(document, &mut |pointer, schema| {
        below(pointer, schema, visit)?;
        visit(pointer, schema)
    })
}

/// Calls `visit` with every schema that is not part of another schema.
pub fn roots(document: &mut Value, visit: &mut Visit) -> Result<(), Refusal> {
    if let Some(components) = document.get_mut("components") {
        for (name, schema) in members(components, "schemas") {
            visit(&format!("/components/schemas/{}", pointer_token(name)), schema)?;
        }
        for kind in ["parameters", "requestBodies", "responses"] {
            for (name, component) in members(components, kind) {
                let pointer = format!("/components/{kind}/{}", pointer_token(name));
                held(&pointer, component, visit)?;
            }
        }
    }
    for (path, item) in members(document, "paths") {
        let pointer = format!("/paths/{}", pointer_token(path));
        each_parameter(&pointer, item, visit)?;
    }
    operations(document, |pointer, operation| {
        each_parameter(pointer, operation, visit)?;
        if let Some(body) = operation.get_mut("requestBody") {
            held(&format!("{pointer}/requestBody"), body, visit)?;
        }
        for (status, response) in members(operation, "responses") {
            held(&format!("{pointer}/responses/{status}"), response, visit)?;
        }
        Ok(())
    })
}

fn each_parameter(pointer: &str, holder: &mut Value, visit: &mut Visit) -> Result<(), Refusal> {
    items(holder, "parameters").enumerate().try_for_each(|(index, parameter)| {
        held(&format!("{pointer}/parameters/{index}"), parameter, visit)
    })
}

/// The schemas of a parameter, a request body or a response.
fn held(pointer: &str, holder: &mut Value, visit: &mut Visit) -> Result<(), Refusal> {
    if let Some(schema) = holder.get_mut("schema") {
        visit(&format!("{pointer}/schema"), schema)?;
    }
    for (name, media) in members(holder, "content") {
        if let Some(schema) = media.get_mut("schema") {
            visit(&format!("{pointer}/content/{}/schema", pointer_token(name)), schema)?;
        }
    }
    Ok(())
}

/// Calls `visit` with every schema that is part of this one, the inner ones first.
pub fn below(pointer: &str, schema: &mut Value, visit: &mut Visit) -> Result<(), Refusal> {
    let mut inner = |pointer: String, schema: &mut Value| {
        below(&pointer, schema, visit)?;
        visit(&pointer, schema)
    };
    for (name, property) in members(schema, "properties") {
        inner(format!("{pointer}/properties/{}", pointer_token(name)), property)?;
    }
    for key in ["items", "additionalProperties", "not"] {
        let part = schema.get_mut(key);
        // Whether there may be more properties is no schema.
        if let Some(part) = part.filter(|part| key != "additionalProperties" || !part.is_boolean())
        {
            inner(format!("{pointer}/{key}"), part)?;
        }
    }
    for key in ["allOf", "oneOf", "anyOf"] {
        for (index, part) in items(schema, key).enumerate() {
            inner(format!("{pointer}/{key}/{index}"), part)?;
        }
    }
    Ok(())
}
