//! Whether a value is what a schema of OpenAPI 3.0.3 says, by way of JSON Schema.

use serde_json::{Map, Value, json};
use spec::{Document, Node};

/// The named schemas of a document, in the words of JSON Schema.
pub struct Schemas {
    components: Value,
}

impl Schemas {
    pub fn of(document: &Document) -> Self {
        let mut components = document.at("/components/schemas").map_or(json!({}), |s| s.to_value());
        for (_, schema) in components.as_object_mut().into_iter().flatten() {
            translate(schema);
        }
        Self { components }
    }

    /// The parts of `value` that `schema` does not allow, and what is wrong with each.
    pub fn violations<'d>(&self, schema: Node<'d>, value: Node<'d>) -> Vec<(Node<'d>, String)> {
        let mut root = schema.to_value();
        translate(&mut root);
        let root = json!({ "allOf": [root], "components": { "schemas": self.components } });
        let validator = jsonschema::draft4::options().build(&root);
        let validator = match validator {
            Ok(validator) => validator,
            Err(error) => return vec![(schema, format!("not a usable schema: {error}"))],
        };
        let json = value.to_value();
        let errors = validator.iter_errors(&json);
        errors
            .map(|error| {
                let pointer = format!("{}{}", value.pointer(), error.instance_path());
                (value.document().at(&pointer).unwrap_or(value), error.to_string())
            })
            .collect()
    }
}

/// Says in JSON Schema what OpenAPI says in its own way.
fn translate(schema: &mut Value) {
    let Some(members) = schema.as_object_mut() else { return };
    if members.contains_key("$ref") {
        // What stands beside a reference is ignored.
        members.retain(|key, _| key == "$ref");
        return;
    }
    if members.shift_remove("nullable") == Some(json!(true)) {
        nullable(members);
    }
    for (key, member) in members {
        match key.as_str() {
            "items" | "not" | "additionalProperties" => translate(member),
            "allOf" | "oneOf" | "anyOf" => {
                member.as_array_mut().into_iter().flatten().for_each(translate);
            }
            "properties" => {
                let properties = member.as_object_mut().into_iter().flatten();
                properties.for_each(|(_, property)| translate(property));
            }
            _ => {}
        }
    }
}

fn nullable(members: &mut Map<String, Value>) {
    if let Some(Value::String(kind)) = members.get("type") {
        let kinds = json!([kind, "null"]);
        members.insert("type".to_owned(), kinds);
        if let Some(Value::Array(values)) = members.get_mut("enum") {
            values.push(Value::Null);
        }
    }
}
