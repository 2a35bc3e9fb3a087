//! Makes every list of strings an open enum: the known values, and room for others.
//!
//! A closed list makes the client refuse an answer as soon as the service learns a new value, and
//! every value added to the document would break callers that match on the type.

use heck::ToPascalCase;
use serde_json::{Value, json};

use super::walk::{items, members, operations, reference, schemas};
use super::{Lowered, Refusal, Replacement};

pub fn pass(lowered: &mut Lowered) -> Result<(), Refusal> {
    let mut named = std::mem::take(schemas(&mut lowered.document));
    let mut found = Found { taken: named.keys().cloned().collect(), enums: Vec::new() };
    for (name, schema) in &mut named {
        match values(schema) {
            Some(values) => found.enums.push((name.clone(), values, schema.clone())),
            None => found.below(name, schema),
        }
    }
    operations(&mut lowered.document, |_, operation| {
        let id = operation["operationId"].as_str().unwrap_or_default().to_owned();
        for parameter in items(operation, "parameters") {
            let name = parameter["name"].as_str().unwrap_or_default().to_pascal_case();
            if let Some(schema) = parameter.get_mut("schema") {
                found.at(&format!("{id}{name}"), schema);
            }
        }
        if let Some(body) = operation.get_mut("requestBody") {
            found.content(&format!("{id}Body"), body);
        }
        for (_, response) in members(operation, "responses") {
            found.content(&format!("{id}Response"), response);
        }
        Ok(())
    })?;
    for (name, values, schema) in found.enums {
        named.insert(name.clone(), schema);
        lowered.replaced.insert(name, Replacement::OpenEnum(values));
    }
    *schemas(&mut lowered.document) = named;
    Ok(())
}

struct Found {
    taken: Vec<String>,
    enums: Vec<(String, Vec<String>, Value)>,
}

impl Found {
    /// Names an inline list, or looks for lists below.
    fn at(&mut self, name: &str, schema: &mut Value) {
        let Some(values) = values(schema) else { return self.below(name, schema) };
        let mut unique = name.to_owned();
        while self.taken.contains(&unique) {
            unique.push_str("Value");
        }
        self.taken.push(unique.clone());
        let nullable = schema["nullable"] == json!(true);
        let to = reference(&unique);
        let to = if nullable { json!({ "allOf": [to], "nullable": true }) } else { to };
        let schema = std::mem::replace(schema, to);
        self.enums.push((unique, values, schema));
    }

    fn below(&mut self, name: &str, schema: &mut Value) {
        let Some(members) = schema.as_object_mut() else { return };
        for (key, member) in members {
            match (key.as_str(), member) {
                ("properties", Value::Object(properties)) => {
                    for (property, schema) in properties {
                        self.at(&format!("{name}{}", property.to_pascal_case()), schema);
                    }
                }
                ("items", schema) => self.at(&format!("{name}Item"), schema),
                ("additionalProperties", schema) => self.at(&format!("{name}Value"), schema),
                ("allOf" | "oneOf" | "anyOf", Value::Array(schemas)) => {
                    schemas.iter_mut().for_each(|schema| self.at(name, schema));
                }
                _ => {}
            }
        }
    }

    fn content(&mut self, name: &str, holder: &mut Value) {
        for (_, media) in members(holder, "content") {
            media.get_mut("schema").into_iter().for_each(|schema| self.at(name, schema));
        }
    }
}

fn values(schema: &Value) -> Option<Vec<String>> {
    if schema["type"] != "string" {
        return None;
    }
    let list = schema.get("x-extensible-enum").or_else(|| schema.get("enum"))?.as_array()?;
    let values: Vec<String> = list.iter().filter_map(Value::as_str).map(str::to_owned).collect();
    (!values.is_empty()).then_some(values)
}

#[cfg(test)]
mod tests {
    use super::Replacement;

    #[test]
    fn every_list_has_a_name() {
        let replaced = super::super::check(
            super::pass,
            "
paths:
  /a:
    get:
      operationId: ListA
      parameters: [{name: sort_by, in: query, schema: {type: string, enum: [a, b]}}]
components:
  schemas:
    Type: {type: string, x-extensible-enum: [APIC]}
    App: {properties: {kind: {type: string, enum: [x], nullable: true}}}
",
            "
paths:
  /a:
    get:
      operationId: ListA
      parameters: [{name: sort_by, in: query, schema: {$ref: '#/components/schemas/ListASortBy'}}]
components:
  schemas:
    Type: {type: string, x-extensible-enum: [APIC]}
    App: {properties: {kind: {allOf: [{$ref: '#/components/schemas/AppKind'}], nullable: true}}}
    AppKind: {type: string, enum: [x], nullable: true}
    ListASortBy: {type: string, enum: [a, b]}
",
        );
        let open = |values: &[&str]| {
            Replacement::OpenEnum(values.iter().map(|value| (*value).to_owned()).collect())
        };
        assert_eq!(replaced["Type"], open(&["APIC"]));
        assert_eq!(replaced["ListASortBy"], open(&["a", "b"]));
    }
}
