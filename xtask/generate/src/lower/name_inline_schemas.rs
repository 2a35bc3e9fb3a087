//! Moves inline objects and enums to `components/schemas`.
//!
//! typify names them after their position, and treats two that get the same name as one type.

use serde_json::{Map, Value, json};

use super::lowered::{Lowered, RUNTIME};
use super::successes::success;
use super::walk::{items, members, operations, reference, schemas};
use mapping::extensions::EXTENSIBLE_ENUM;
use mapping::{Names, PRELUDE, pascal};

pub fn pass(lowered: &mut Lowered) {
    let mut named = std::mem::take(schemas(&mut lowered.document));
    let taken = named.keys().map(String::as_str).chain(PRELUDE).chain(RUNTIME);
    let mut found = Found { free: Names::without(taken), named: Map::new() };
    for (name, schema) in &mut named {
        found.below(name, schema);
    }
    for operation in operations(&mut lowered.document) {
        let id = operation["operationId"].as_str().unwrap_or_default().to_owned();
        for parameter in items(operation, "parameters") {
            let name = format!("{id}-{}", parameter["name"].as_str().unwrap_or_default());
            parameter.get_mut("schema").into_iter().for_each(|schema| found.at(&name, schema));
        }
        if let Some(body) = operation.get_mut("requestBody") {
            found.content(&format!("{id}-body"), body);
        }
        // The runtime reads errors without generated types.
        let responses = operation.get_mut("responses").and_then(Value::as_object_mut);
        if let Some(response) = responses.and_then(success) {
            found.content(&format!("{id}-response"), response);
        }
    }
    named.extend(found.named);
    *schemas(&mut lowered.document) = named;
}

struct Found {
    free: Names,
    named: Map<String, Value>,
}

impl Found {
    /// Names a schema that needs a named type, or such schemas below it.
    fn at(&mut self, name: &str, schema: &mut Value) {
        if !needs_type(schema) {
            return self.below(name, schema);
        }
        let name = self.free.unique(pascal(name));
        let mut to = reference(&name);
        if let Some(members) = schema.as_object_mut()
            && members.shift_remove("nullable") == Some(json!(true))
        {
            to = json!({ "allOf": [to], "nullable": true });
        }
        let mut schema = std::mem::replace(schema, to);
        self.below(&name, &mut schema);
        self.named.insert(name, schema);
    }

    fn below(&mut self, name: &str, schema: &mut Value) {
        for (property, schema) in members(schema, "properties") {
            self.at(&format!("{name}-{property}"), schema);
        }
        for (key, suffix) in [("items", "item"), ("additionalProperties", "value")] {
            if let Some(schema) = schema.get_mut(key) {
                self.at(&format!("{name}-{suffix}"), schema);
            }
        }
    }

    fn content(&mut self, name: &str, holder: &mut Value) {
        for (_, media) in members(holder, "content") {
            media.get_mut("schema").into_iter().for_each(|schema| self.at(name, schema));
        }
    }
}

/// Returns whether a schema needs a named type: an object with known properties, an open enum.
fn needs_type(schema: &Value) -> bool {
    let has = |key| schema.get(key).is_some_and(|list: &Value| *list != json!([]));
    match schema["type"].as_str() {
        Some("object") => has("properties") || has("required"),
        Some("string") => has("enum") || has(EXTENSIBLE_ENUM),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use crate::lower::case::check;

    #[test]
    fn inline_objects_and_enums_get_names() {
        check(
            super::pass,
            "
paths:
  /a:
    get:
      operationId: ListA
      parameters: [{name: sort_by, in: query, schema: {type: string, enum: [a, b]}}]
      responses:
        '200': {content: {application/json: {schema: {type: object, required: [n]}}}}
components:
  schemas:
    App:
      type: object
      properties:
        kind: {type: string, enum: [x], nullable: true}
        list: {type: array, items: {type: object, properties: {map: {type: object}}}}
    AppKind: {type: integer}
",
            "
paths:
  /a:
    get:
      operationId: ListA
      parameters: [{name: sort_by, in: query, schema: {$ref: '#/components/schemas/ListASortBy'}}]
      responses:
        '200': {content: {application/json: {schema: {$ref: '#/components/schemas/ListAResponse'}}}}
components:
  schemas:
    App:
      type: object
      properties:
        kind: {allOf: [{$ref: '#/components/schemas/AppKind2'}], nullable: true}
        list: {type: array, items: {$ref: '#/components/schemas/AppListItem'}}
    AppKind: {type: integer}
    AppKind2: {type: string, enum: [x]}
    AppListItem: {type: object, properties: {map: {type: object}}}
    ListASortBy: {type: string, enum: [a, b]}
    ListAResponse: {type: object, required: [n]}
",
        );
    }
}
