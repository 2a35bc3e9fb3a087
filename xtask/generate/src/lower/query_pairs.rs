//! Sets aside query parameters that progenitor cannot take by themselves.
//!
//! Such are those whose name is in Rust the name of another, of which it writes two arguments, and
//! `deepObject`s of any properties. They get a name of their own in the face (`x-ident`), which
//! hands them to progenitor together, as the pairs of one map.

use serde_json::{Value, json};

use super::lowered::Lowered;
use super::walk::{items, operations};
use mapping::{Names, QUERY_PAIRS, RESERVED_ARGUMENTS, snake};

/// Gives each parameter a name of its own. What is not in the query cannot be sent in another way;
/// `parameter-name-taken` finds two of those.
pub fn name(lowered: &mut Lowered) {
    for operation in operations(&mut lowered.document) {
        let mut idents = Names::default();
        let ident = |parameter: &Value| snake(parameter["name"].as_str().unwrap_or_default());
        for parameter in items(operation, "parameters").filter(|it| it["in"] != "query") {
            idents.unique(ident(parameter));
        }
        for parameter in items(operation, "parameters").filter(|it| it["in"] == "query") {
            let ident = ident(parameter);
            let unique = idents.unique(ident.clone());
            let is_taken = unique != ident || RESERVED_ARGUMENTS.contains(&ident.as_str());
            if is_taken || parameter["x-deep"] == true {
                set_aside(parameter, &unique);
            }
        }
    }
}

fn set_aside(parameter: &mut Value, ident: &str) {
    if parameter["x-deep"] != true {
        parameter["schema"] = json!({ "type": "string" });
    }
    parameter["x-ident"] = json!(ident);
    parameter.as_object_mut().map(|members| members.shift_remove("x-join"));
}

/// Puts one map in the place of what is set aside.
pub fn hide(lowered: &mut Lowered) {
    for operation in operations(&mut lowered.document) {
        let Some(Value::Array(parameters)) = operation.get_mut("parameters") else { continue };
        let before = parameters.len();
        parameters.retain(|parameter| parameter.get("x-ident").is_none());
        if parameters.len() < before {
            let map = json!({ "type": "object", "additionalProperties": { "type": "string" } });
            parameters.push(json!({
                "name": QUERY_PAIRS, "in": "query", "required": true, "schema": map,
            }));
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::lower::case::check;

    #[test]
    fn twins_have_names_and_travel_together() {
        let before = "
paths:
  /a:
    get:
      parameters:
        - {name: at, in: query, schema: {type: integer}}
        - {name: 'at<', in: query, schema: {type: integer}}
        - {name: id, in: query, schema: {type: integer}}
        - {name: ID, in: header, schema: {type: integer}}
        - {name: body, in: query, schema: {type: integer}}
        - {name: tags, in: query, schema: {type: object}, x-deep: true}
";
        let named = "
paths:
  /a:
    get:
      parameters:
        - {name: at, in: query, schema: {type: integer}}
        - {name: 'at<', in: query, schema: {type: string}, x-ident: at2}
        - {name: id, in: query, schema: {type: string}, x-ident: id2}
        - {name: ID, in: header, schema: {type: integer}}
        - {name: body, in: query, schema: {type: string}, x-ident: body}
        - {name: tags, in: query, schema: {type: object}, x-deep: true, x-ident: tags}
";
        check(super::name, before, named);
        check(
            super::hide,
            named,
            "
paths:
  /a:
    get:
      parameters:
        - {name: at, in: query, schema: {type: integer}}
        - {name: ID, in: header, schema: {type: integer}}
        - name: query_pairs
          in: query
          required: true
          schema: {type: object, additionalProperties: {type: string}}
",
        );
    }
}
