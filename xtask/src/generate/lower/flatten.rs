//! Puts parameters, bodies and responses that stand elsewhere into the operations that use them.
//!
//! progenitor overrides a path's parameter by name alone and panics on a reference it cannot
//! follow; after this pass an operation holds all that belongs to it, and only schemas are named.

use serde_json::Value;

use super::walk::{self, members, pointer_token};
use super::{Lowered, Refusal};

pub fn pass(lowered: &mut Lowered) -> Result<(), Refusal> {
    let original = lowered.document.clone();
    let Some(paths) = lowered.document.get_mut("paths").and_then(Value::as_object_mut) else {
        return Ok(());
    };
    for (path, item) in paths {
        let pointer = format!("/paths/{}", pointer_token(path));
        resolve(&original, &pointer, item)?;
        let Some(item) = item.as_object_mut() else { continue };
        let shared = item.shift_remove("parameters").unwrap_or_default();
        let shared = parameters(&original, &format!("{pointer}/parameters"), shared)?;
        for method in spec::METHODS {
            if let Some(operation) = item.get_mut(method).filter(|operation| operation.is_object())
            {
                flatten(&original, &format!("{pointer}/{method}"), operation, &shared)?;
            }
        }
    }
    if let Some(components) = lowered.document.get_mut("components").and_then(Value::as_object_mut)
    {
        components.retain(|kind, _| kind == "schemas" || kind == "securitySchemes");
    }
    Ok(())
}

fn flatten(
    original: &Value,
    pointer: &str,
    operation: &mut Value,
    shared: &[Value],
) -> Result<(), Refusal> {
    let own = operation.get_mut("parameters").map(Value::take).unwrap_or_default();
    let own = parameters(original, &format!("{pointer}/parameters"), own)?;
    let same = |a: &Value, b: &Value| a["name"] == b["name"] && a["in"] == b["in"];
    let inherited = shared.iter().filter(|shared| !own.iter().any(|own| same(own, shared)));
    operation["parameters"] = inherited.chain(&own).cloned().collect();

    if let Some(body) = operation.get_mut("requestBody") {
        resolve(original, &format!("{pointer}/requestBody"), body)?;
    }
    for (status, response) in members(operation, "responses") {
        resolve(original, &format!("{pointer}/responses/{status}"), response)?;
    }
    Ok(())
}

fn parameters(original: &Value, pointer: &str, list: Value) -> Result<Vec<Value>, Refusal> {
    let Value::Array(mut list) = list else { return Ok(Vec::new()) };
    for (index, parameter) in list.iter_mut().enumerate() {
        resolve(original, &format!("{pointer}/{index}"), parameter)?;
    }
    Ok(list)
}

fn resolve(original: &Value, pointer: &str, value: &mut Value) -> Result<(), Refusal> {
    // A chain longer than this is a circle.
    for _ in 0..64 {
        let Some(target) = value.get("$ref").and_then(Value::as_str) else { return Ok(()) };
        let found = walk::pointer(target).and_then(|target| original.pointer(&target));
        let Some(found) = found else {
            return Err(Refusal::new(
                &format!("{pointer}/$ref"),
                format!("nothing in this document is at `{target}`"),
                "name an entry of `components`, as `#/components/parameters/AppId`",
            ));
        };
        *value = found.clone();
    }
    Err(Refusal::new(pointer, "the reference leads in a circle", "write the object in one place"))
}

#[cfg(test)]
mod tests {
    #[test]
    fn an_operation_holds_what_it_uses() {
        super::super::check(
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
