//! Gives every named schema and every property a description, which becomes its documentation.
//!
//! What refers to a schema is described like that schema, and a schema without a description by the
//! places that use it. typify reads the description next to a reference only in the form of `allOf`.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value, json};

use super::lowered::Lowered;
use super::successes::success;
use super::walk::{items, members, operations, reach, schemas, target};
use crate::markdown::{NOT_DESCRIBED, code};

/// How many places of use are named.
const NAMED: usize = 3;
/// The longest description that is copied to the places that refer to its schema, in bytes.
const MAX_COPIED: usize = 1000;

pub fn pass(lowered: &mut Lowered) {
    let uses = uses(lowered);
    let named = schemas(&mut lowered.document);
    let descriptions = named.iter().filter_map(|(name, schema)| {
        let text = described(schema)?;
        let is_short = text.len() <= MAX_COPIED;
        Some((name.clone(), if is_short { text } else { format!("Described at `{name}`.") }))
    });
    let descriptions: BTreeMap<String, String> = descriptions.collect();
    let inherited = |schema: &Value| descriptions.get(target(schema)?).cloned();
    for (name, schema) in named.iter_mut().filter(|(_, schema)| schema.is_object()) {
        if described(schema).is_none() {
            schema["description"] = sentence(uses.get(name)).into();
        }
        declare_required(schema);
        for (_, property) in members(schema, "properties").filter(|(_, it)| it.is_object()) {
            if described(property).is_none() {
                let items = || inherited(&property["items"]).map(|text| format!("Items: {text}"));
                let text = inherited(property).or_else(items);
                property["description"] = text.unwrap_or_else(|| NOT_DESCRIBED.to_owned()).into();
            }
        }
    }
    for operation in operations(&mut lowered.document) {
        for parameter in items(operation, "parameters") {
            let schema = &parameter["schema"];
            let text = described(parameter).or_else(|| described(schema));
            if let Some(text) = text.or_else(|| inherited(schema)) {
                parameter["description"] = text.into();
            }
        }
    }
}

/// Declares the properties that are only listed as required, for which typify generates fields, too.
fn declare_required(schema: &mut Value) {
    let Some(Value::Array(required)) = schema.get("required").cloned() else { return };
    for name in required.iter().filter_map(Value::as_str) {
        if schema["properties"].get(name).is_none() {
            schema["properties"][name] = json!({});
        }
    }
}

/// Moves the description next to a reference to where typify reads it.
pub fn for_progenitor(lowered: &mut Lowered) {
    for schema in schemas(&mut lowered.document).values_mut() {
        for (_, property) in members(schema, "properties") {
            if let (Some(name), Some(text)) = (property["$ref"].as_str(), described(property)) {
                *property = json!({ "allOf": [{ "$ref": name }], "description": text });
            }
        }
    }
}

/// Returns the description of an object, if it says something.
fn described(object: &Value) -> Option<String> {
    object.get("description")?.as_str().filter(|text| !text.trim().is_empty()).map(str::to_owned)
}

/// Returns where each named schema is used: by operations first, then by properties.
fn uses(lowered: &mut Lowered) -> BTreeMap<String, Vec<String>> {
    let mut uses: BTreeMap<String, Vec<String>> = BTreeMap::new();
    let mut note = |value: &Value, place: &str| {
        let mut names = BTreeSet::new();
        // Without the named schemas, references are not followed.
        reach(value, &Map::new(), &mut names);
        for name in names {
            uses.entry(name).or_default().push(place.to_owned());
        }
    };
    for operation in operations(&mut lowered.document) {
        let method = mapping::method(operation["operationId"].as_str().unwrap_or_default());
        note(&operation["requestBody"], &format!("the request body of `{method}`"));
        let responses = operation.get_mut("responses").and_then(Value::as_object_mut);
        if let Some(response) = responses.and_then(success) {
            note(response, &format!("the response of `{method}`"));
        }
        for parameter in items(operation, "parameters") {
            let name = code(parameter["name"].as_str().unwrap_or_default());
            note(&parameter["schema"], &format!("the parameter {name} of `{method}`"));
        }
    }
    for (name, schema) in schemas(&mut lowered.document) {
        for (property, value) in members(schema, "properties") {
            let property = code(property);
            note(value, &format!("the property {property} of `{name}`"));
        }
        for key in ["items", "additionalProperties"] {
            note(&schema[key], &format!("the values of `{name}`"));
        }
    }
    uses
}

/// Returns a sentence that describes a schema by the places that use it.
fn sentence(places: Option<&Vec<String>>) -> String {
    let Some(places) = places else { return NOT_DESCRIBED.to_owned() };
    let (shown, rest) = places.split_at(places.len().min(NAMED));
    let others = match rest.len() {
        0 => String::new(),
        1 => " and 1 other place".to_owned(),
        count => format!(" and {count} other places"),
    };
    let (last, first) = shown.split_last().map_or(("", shown), |(last, first)| (last, first));
    let first = first.join(", ");
    match (first.is_empty(), others.is_empty()) {
        (true, _) => format!("Used in {last}{others}."),
        (false, true) => format!("Used in {first} and {last}."),
        (false, false) => format!("Used in {first}, {last}{others}."),
    }
}

#[cfg(test)]
mod tests {
    use crate::lower::case::check;
    use crate::lower::lowered::Lowered;

    fn both(lowered: &mut Lowered) {
        super::pass(lowered);
        super::for_progenitor(lowered);
    }

    #[test]
    fn everything_gets_a_description() {
        check(
            both,
            "
paths:
  /a:
    get:
      operationId: ShowA
      parameters:
        - {name: id, in: query, schema: {$ref: '#/components/schemas/Id'}}
        - {name: x, in: query, schema: {type: string}}
      responses:
        '200': {content: {application/json: {schema: {$ref: '#/components/schemas/A'}}}}
components:
  schemas:
    Id: {type: string, description: ID of an a.}
    B: {type: object, required: [f]}
    A:
      type: object
      properties:
        id: {$ref: '#/components/schemas/Id'}
        own: {$ref: '#/components/schemas/Id', description: Another ID.}
        maybe: {allOf: [{$ref: '#/components/schemas/Id'}], nullable: true}
        b: {type: array, items: {$ref: '#/components/schemas/B'}}
        'c`': {$ref: '#/components/schemas/B'}
        d: {$ref: '#/components/schemas/B'}
        ids: {type: array, items: {$ref: '#/components/schemas/Id'}}
        e: {$ref: '#/components/schemas/B'}
",
            "
paths:
  /a:
    get:
      operationId: ShowA
      parameters:
        - name: id
          in: query
          schema: {$ref: '#/components/schemas/Id'}
          description: ID of an a.
        - {name: x, in: query, schema: {type: string}}
      responses:
        '200': {content: {application/json: {schema: {$ref: '#/components/schemas/A'}}}}
components:
  schemas:
    Id: {type: string, description: ID of an a.}
    B:
      type: object
      required: [f]
      description: 'Used in the property `b` of `A`, the property `` c` `` of `A`, the property `d` of `A` and 1 other place.'
      properties: {f: {description: Not described in the document.}}
    A:
      type: object
      properties:
        id: {allOf: [{$ref: '#/components/schemas/Id'}], description: ID of an a.}
        own: {allOf: [{$ref: '#/components/schemas/Id'}], description: Another ID.}
        maybe:
          allOf: [{$ref: '#/components/schemas/Id'}]
          nullable: true
          description: ID of an a.
        b:
          type: array
          items: {$ref: '#/components/schemas/B'}
          description: Not described in the document.
        'c`':
          allOf: [{$ref: '#/components/schemas/B'}]
          description: Not described in the document.
        d:
          allOf: [{$ref: '#/components/schemas/B'}]
          description: Not described in the document.
        ids:
          type: array
          items: {$ref: '#/components/schemas/Id'}
          description: 'Items: ID of an a.'
        e:
          allOf: [{$ref: '#/components/schemas/B'}]
          description: Not described in the document.
      description: Used in the response of `show_a`.
",
        );
    }
}
