//! Passes query parameters for which progenitor has no argument as pairs of one map.
//!
//! These are parameters whose name in Rust is taken by another one, and each `deepObject` whose
//! properties are not known. In the typed API they have unique names.

use serde_json::{Value, json};

use super::lowered::Lowered;
use super::secrets::is_secret;
use super::walk::{items, operations, referenced, with_schemas};
use mapping::{Names, QUERY_PAIRS, RESERVED_ARGUMENTS, snake};

/// Returns the name in Rust of each parameter that is a query pair, in the order of the parameters;
/// `None` for a parameter that is an argument of progenitor.
///
/// Only parameters in the query can be pairs; `parameter-name-taken` reports other duplicates.
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
        (is_taken || is_deep_object(parameter)).then_some(unique)
    });
    names.collect()
}

/// Returns whether a parameter is a `deepObject`, of which each property is a pair.
pub fn is_deep_object(parameter: &Value) -> bool {
    parameter["in"] == "query"
        && parameter["style"] == "deepObject"
        && parameter["schema"]["type"] == "object"
}

/// Turns each single pair into a string, and leaves secrets.
pub fn pass(lowered: &mut Lowered) {
    with_schemas(&mut lowered.document, |document, named| {
        for operation in operations(document) {
            let names = names(operation);
            for (parameter, name) in items(operation, "parameters").zip(names) {
                let schema = &parameter["schema"];
                let schema = referenced(schema).and_then(|name| named.get(name)).unwrap_or(schema);
                if name.is_some() && !is_deep_object(parameter) && !is_secret(schema) {
                    parameter["schema"] = json!({ "type": "string" });
                }
            }
        }
    });
}

/// Replaces the pairs by one map.
pub fn for_progenitor(lowered: &mut Lowered) {
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
    fn duplicate_names_become_pairs() {
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
        - {name: Id, in: query, schema: {type: string, format: password}}
        - {name: own, in: query, schema: {type: integer}, x-ident: a, x-deep: true}
        - {name: tags, in: query, style: deepObject, schema: {type: object}}
components: {schemas: {}}
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
        - {name: Id, in: query, schema: {type: string, format: password}}
        - {name: own, in: query, schema: {type: integer}, x-ident: a, x-deep: true}
        - {name: tags, in: query, style: deepObject, schema: {type: object}}
components: {schemas: {}}
";
        check(super::pass, before, named);
        let operation = read(named)["paths"]["/a"]["get"].take();
        let names = super::names(&operation);
        let names: Vec<&str> = names.iter().map(|name| name.as_deref().unwrap_or("")).collect();
        assert_eq!(names, ["", "at2", "id2", "", "body", "id3", "", "tags"]);
        check(
            super::for_progenitor,
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
components: {schemas: {}}
",
        );
    }
}
