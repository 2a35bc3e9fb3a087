//! Copies referenced parameters, request bodies and responses into the operations that use them.
//!
//! progenitor overrides a parameter of a path by name alone and panics on references it cannot
//! resolve. After this pass an operation is complete, and only schemas are referenced.

use serde_json::{Value, json};

use super::lowered::Lowered;
use super::walk::{self, items, members};

pub fn pass(lowered: &mut Lowered) {
    let original = lowered.document.clone();
    for (_, item) in members(&mut lowered.document, "paths") {
        resolve(&original, item);
        let shared = parameters(&original, item);
        item.as_object_mut().map(|members| members.shift_remove("parameters"));
        for (_, operation) in item.as_object_mut().into_iter().flatten() {
            if operation.is_object() {
                inline(&original, operation, &shared);
            }
        }
    }
    if let Some(components) = lowered.document.get_mut("components").and_then(Value::as_object_mut)
    {
        components.retain(|kind, _| kind == "schemas" || kind == "securitySchemes");
    }
}

fn inline(original: &Value, operation: &mut Value, shared: &[Value]) {
    let own = parameters(original, operation);
    let same = |a: &Value, b: &Value| a["name"] == b["name"] && a["in"] == b["in"];
    let inherited = shared.iter().filter(|shared| !own.iter().any(|own| same(own, shared)));
    operation["parameters"] = inherited.chain(&own).cloned().collect();
    operation.get_mut("requestBody").into_iter().for_each(|body| resolve(original, body));
    members(operation, "responses").for_each(|(_, response)| resolve(original, response));
}

/// Returns the parameters of a path item or of an operation, resolved.
fn parameters(original: &Value, holder: &mut Value) -> Vec<Value> {
    let parameters = items(holder, "parameters").map(|parameter| {
        resolve(original, parameter);
        parameter.take()
    });
    parameters.collect()
}

/// Replaces a reference by the object it refers to.
fn resolve(original: &Value, value: &mut Value) {
    for _ in 0..walk::MAX_LINKS {
        let Some(target) = value.get("$ref").and_then(Value::as_str) else { return };
        let found = walk::pointer(target).and_then(|target| original.pointer(&target));
        *value = found.cloned().unwrap_or_else(|| json!({}));
    }
}

#[cfg(test)]
mod tests {
    use crate::lower::case::check;

    #[test]
    fn components_are_copied_into_operations() {
        check(
            super::pass,
            "
paths:
  /a/{id}:
    parameters:
      - $ref: '#/components/parameters/Id'
      - {name: q, in: query, schema: {type: string}}
    put:
      parameters:
        - {name: q, in: query, schema: {type: boolean}}
      requestBody: {$ref: '#/components/requestBodies/B'}
      responses:
        '200': {$ref: '#/components/responses/R'}
components:
  parameters:
    Id: {name: id, in: path, required: true, schema: {$ref: '#/components/schemas/Id'}}
  requestBodies:
    B: {content: {}}
  responses:
    R: {description: fine}
  schemas:
    Id: {type: string}
",
            "
paths:
  /a/{id}:
    put:
      parameters:
        - {name: id, in: path, required: true, schema: {$ref: '#/components/schemas/Id'}}
        - {name: q, in: query, schema: {type: boolean}}
      requestBody: {content: {}}
      responses:
        '200': {description: fine}
components:
  schemas:
    Id: {type: string}
",
        );
    }
}
