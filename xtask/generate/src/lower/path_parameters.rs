//! Makes the path parameters of an operation match the template of its path.
//!
//! progenitor panics on others. A template expression without a parameter becomes a string.

use serde_json::{Value, json};

use super::lowered::Lowered;
use super::walk::{items, placed_operations};

pub fn pass(lowered: &mut Lowered) {
    for (path, _, operation) in placed_operations(&mut lowered.document) {
        let names: Vec<&str> = spec::template_names(path).collect();
        let mut parameters: Vec<Value> = items(operation, "parameters")
            .map(Value::take)
            .filter(|parameter| {
                parameter["in"] != "path" || names.iter().any(|name| parameter["name"] == **name)
            })
            .collect();
        for name in names {
            let is_name =
                |parameter: &Value| parameter["in"] == "path" && parameter["name"] == name;
            if !parameters.iter().any(is_name) {
                parameters.push(json!({
                    "name": name, "in": "path", "required": true, "schema": { "type": "string" },
                }));
            }
        }
        operation["parameters"] = Value::Array(parameters);
    }
}

#[cfg(test)]
mod tests {
    use crate::lower::case::check;

    #[test]
    fn path_parameters_match_the_template() {
        check(
            super::pass,
            "
paths:
  /a/{id}/{kind}:
    get:
      parameters:
        - {name: id, in: path, schema: {type: integer}}
        - {name: app, in: path, schema: {type: integer}}
        - {name: app, in: query, schema: {type: integer}}
",
            "
paths:
  /a/{id}/{kind}:
    get:
      parameters:
        - {name: id, in: path, schema: {type: integer}}
        - {name: app, in: query, schema: {type: integer}}
        - {name: kind, in: path, required: true, schema: {type: string}}
",
        );
    }
}
