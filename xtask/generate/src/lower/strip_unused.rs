//! Removes everything that progenitor does not need for the private client.
//!
//! progenitor reads extensions of its own, a version that is not ASCII makes every call panic, and an
//! object that was removed cannot be one that progenitor does not accept.

use serde_json::{Value, json};

use super::lowered::Lowered;
use super::walk::{items, operations};

const OPERATION: [&str; 6] =
    ["description", "operationId", "parameters", "requestBody", "responses", "summary"];
const PARAMETER: [&str; 5] = ["description", "in", "name", "required", "schema"];

pub fn pass(lowered: &mut Lowered) {
    let document = &mut lowered.document;
    let info = document["info"].take();
    let text = |key| info[key].as_str().unwrap_or_default();
    let version = text("version").replace(|c: char| !c.is_ascii_graphic(), "");
    document["info"] = json!({
        "title": text("title"), "description": text("description"), "version": version,
    });
    document["openapi"] = json!("3.0.3");
    if let Some(members) = document.as_object_mut() {
        members.retain(|key, _| ["components", "info", "openapi", "paths"].contains(&key.as_str()));
    }
    if let Some(components) = document.get_mut("components").and_then(Value::as_object_mut) {
        components.retain(|kind, _| kind == "schemas");
    }
    if let Some(paths) = document.get_mut("paths").and_then(Value::as_object_mut) {
        paths.retain(|path, _| path.starts_with('/'));
        for item in paths.values_mut().filter_map(Value::as_object_mut) {
            item.retain(|key, _| spec::METHODS.contains(&key.as_str()));
        }
    }
    for operation in operations(document) {
        for parameter in items(operation, "parameters").filter_map(Value::as_object_mut) {
            parameter.retain(|key, _| PARAMETER.contains(&key.as_str()));
        }
        if let Some(members) = operation.as_object_mut() {
            members.retain(|key, _| OPERATION.contains(&key.as_str()));
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::lower::case::check;

    #[test]
    fn unused_fields_are_removed() {
        check(
            super::pass,
            "
openapi: 3.0.1
info: {title: A, version: 1.0 ü, license: {name: MIT}}
servers: []
paths:
  x-note: {}
  /a:
    summary: A
    get:
      operationId: ShowA
      x-guaranteed: []
      parameters: [{name: a, in: query, schema: {}, x-join: ','}]
components: {schemas: {}, securitySchemes: {}}
",
            "
openapi: 3.0.3
info: {title: A, description: '', version: '1.0'}
paths:
  /a:
    get:
      operationId: ShowA
      parameters: [{name: a, in: query, schema: {}}]
components: {schemas: {}}
",
        );
    }
}
