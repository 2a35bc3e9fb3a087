//! Sets aside query parameters that progenitor cannot take by themselves.
//!
//! Such are those whose name is in Rust the name of another, of which it writes two arguments, and
//! `deepObject`s of any properties. They get a name of their own in the face, which hands them to
//! progenitor together, as the pairs of one map.

use serde_json::{Value, json};

use super::lowered::Lowered;
use super::walk::{items, operations};
use mapping::{Names, QUERY_PAIRS, RESERVED_ARGUMENTS, snake};

/// The names in Rust of the query pairs of an operation, in the order of its parameters; none for a
/// parameter that progenitor takes by itself. What is not in the query cannot be sent in another
/// way; `parameter-name-taken` finds two of those.
pub fn names(operation: &Value) -> Vec<Option<String>> {
    let parameters = || operation["parameters"].as_array().into_iter().flatten();
    let ident = |parameter: &Value| snake(parameter["name"].as_str().unwrap_or_default());
    let mut idents = Names::default();
    for parameter in parameters().filter(|it| it["in"] != "query") {
        idents.unique(ident(parameter));
    }
    let names = parameters().map(|parameter| {
        let ident = ident(parameter);
        let is_query = parameter["in"] == "query";
        let unique = is_query.then(|| idents.unique(ident.clone()))?;
        let is_taken = unique != ident || RESERVED_ARGUMENTS.contains(&ident.as_str());
        (is_taken || is_deep(parameter)).then_some(unique)
    });
    names.collect()
}

/// Whether each property of a parameter is a pair, of which the schema says no name.
pub fn is_deep(parameter: &Value) -> bool {
    parameter["in"] == "query"
        && parameter["style"] == "deepObject"
        && parameter["schema"]["type"] == "object"
}

/// Makes a text of each pair.
pub fn pass(lowered: &mut Lowered) {
    for operation in operations(&mut lowered.document) {
        let names = names(operation);
        for (parameter, name) in items(operation, "parameters").zip(names) {
            if name.is_some() && !is_deep(parameter) {
                parameter["schema"] = json!({ "type": "string" });
            }
        }
    }
}

/// Puts one map in the place of the pairs.
pub fn hide(lowered: &mut Lowered) {
    for operation in operations(&mut lowered.document) {
        let mut names = names(operation).into_iter();
        let Some(Value::Array(parameters)) = operation.get_mut("parameters") else { continue };
        let before = parameters.len();
        parameters.retain(|_| names.next().flatten().is_none());
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
    use crate::lower::case::{check, read};

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
        - {name: own, in: query, schema: {type: integer}, x-ident: a, x-deep: true}
        - {name: tags, in: query, style: deepObject, schema: {type: object}}
";
        let named = "
paths:
  /a:
    get:
      parameters:
        - {name: at, in: query, schema: {type: integer}}
        - {name: 'at<', in: query, schema: {type: string}}
        - {name: id, in: query, schema: {type: string}}
        - {name: ID, in: header, schema: {type: integer}}
        - {name: body, in: query, schema: {type: string}}
        - {name: own, in: query, schema: {type: integer}, x-ident: a, x-deep: true}
        - {name: tags, in: query, style: deepObject, schema: {type: object}}
";
        check(super::pass, before, named);
        let operation = read(named)["paths"]["/a"]["get"].take();
        let names = super::names(&operation);
        let names: Vec<&str> = names.iter().map(|name| name.as_deref().unwrap_or("")).collect();
        assert_eq!(names, ["", "at2", "id2", "", "body", "", "tags"]);
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
        - {name: own, in: query, schema: {type: integer}, x-ident: a, x-deep: true}
        - name: query_pairs
          in: query
          required: true
          schema: {type: object, additionalProperties: {type: string}}
",
        );
    }
}
