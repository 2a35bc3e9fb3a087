//! Makes one query parameter of each property, where an object's properties are parameters.
//!
//! `style: form` writes `a=1&b=2`, `deepObject` writes `filter[a]=1`; progenitor knows only the
//! first, and fails at run time when a property is a list.

use serde_json::{Map, Value, json};

use super::lowered::Lowered;
use super::walk::{items, operations, referenced, schemas};

/// Makes one parameter of each alternative, of which some may be objects and others not.
pub fn alternatives(lowered: &mut Lowered) {
    let named = schemas(&mut lowered.document).clone();
    each_parameter(lowered, |parameter| {
        let schema = meant(&parameter, &named);
        let list = |key| schema[key].as_array().into_iter().flatten();
        let alternatives: Vec<Value> = list("oneOf").chain(list("anyOf")).cloned().collect();
        if parameter["style"] != "deepObject" || alternatives.is_empty() {
            return vec![parameter];
        }
        let alternative = |schema: Value| {
            let mut alternative = parameter.clone();
            alternative["schema"] = schema;
            alternative["required"] = json!(false);
            alternative
        };
        alternatives.into_iter().map(alternative).collect()
    })
}

/// Makes one parameter of each property.
pub fn properties(lowered: &mut Lowered) {
    let named = schemas(&mut lowered.document).clone();
    each_parameter(lowered, |parameter| {
        let name = parameter["name"].as_str().unwrap_or_default().to_owned();
        let schema = meant(&parameter, &named);
        let has_properties = schema["properties"].as_object().is_some_and(|all| !all.is_empty());
        let style = parameter["style"].as_str().unwrap_or("form");
        match (parameter["in"].as_str(), style) {
            (Some("query"), "deepObject") if has_properties => {
                let parts = parts(&parameter, schema, |property| format!("{name}[{property}]"));
                parts.map(|part| bracketed(part, &named)).collect()
            }
            (Some("query"), "deepObject") => vec![bracketed(parameter, &named)],
            (Some("query"), "form") if has_properties && parameter["explode"] != false => {
                parts(&parameter, schema, str::to_owned).collect()
            }
            _ => vec![parameter],
        }
    })
}

/// Puts in the place of each parameter those that it becomes.
fn each_parameter(lowered: &mut Lowered, mut becomes: impl FnMut(Value) -> Vec<Value>) {
    for operation in operations(&mut lowered.document) {
        let parameters = items(operation, "parameters").map(Value::take).flat_map(&mut becomes);
        let parameters: Vec<Value> = parameters.collect();
        if operation.get("parameters").is_some() {
            operation["parameters"] = Value::Array(parameters);
        }
    }
}

/// A parameter of its own for each property of an object.
fn parts(
    parameter: &Value,
    object: &Value,
    name: impl Fn(&str) -> String,
) -> impl Iterator<Item = Value> {
    let required = object["required"].as_array().into_iter().flatten();
    let required: Vec<&Value> = required.filter(|_| parameter["required"] == true).collect();
    let properties = object["properties"].as_object().into_iter().flatten();
    properties.map(move |(property, schema)| {
        let mut part = json!({
            "name": name(property),
            "in": "query",
            "required": required.iter().any(|required| *required == property),
            "schema": schema,
        });
        if let Some(text) = schema.get("description").or_else(|| parameter.get("description")) {
            part["description"] = text.clone();
        }
        part
    })
}

/// A value among the properties of a `deepObject`, or in its place.
fn bracketed(mut parameter: Value, named: &Map<String, Value>) -> Value {
    match meant(&parameter, named)["type"].as_str() {
        // What writes brackets for the properties of an object writes them for a list, too.
        Some("array") => {
            let name = parameter["name"].as_str().unwrap_or_default();
            parameter["name"] = json!(format!("{name}[]"));
        }
        // How deeper objects are written is not said; the caller names their properties.
        Some("object") => parameter["style"] = json!("deepObject"),
        _ => {}
    }
    parameter
}

fn meant<'v>(parameter: &'v Value, named: &'v Map<String, Value>) -> &'v Value {
    let schema = &parameter["schema"];
    referenced(schema).and_then(|name| named.get(name)).unwrap_or(schema)
}

#[cfg(test)]
mod tests {
    use crate::lower::case::check;
    use crate::lower::lowered::Lowered;

    /// Compares the parameters of an operation.
    fn compare(pass: fn(&mut Lowered), before: &str, after: &str) {
        let document = |parameters: &str| {
            format!(
                "
paths:
  /a:
    get:
      parameters:{parameters}
components:
  schemas:
    Page: {{type: object, required: [n], properties: {{n: {{type: integer}}, size: {{}}}}}}
"
            )
        };
        check(pass, &document(before), &document(after));
    }

    #[test]
    fn each_alternative_is_a_parameter() {
        compare(
            super::alternatives,
            "
        - {name: at, style: deepObject, schema: {anyOf: [{type: object}, {type: integer}]}}
        - {name: by, schema: {oneOf: [{}]}}",
            "
        - {name: at, style: deepObject, schema: {type: object}, required: false}
        - {name: at, style: deepObject, schema: {type: integer}, required: false}
        - {name: by, schema: {oneOf: [{}]}}",
        );
    }

    #[test]
    fn each_property_is_a_parameter() {
        let page = "schema: {$ref: '#/components/schemas/Page'}";
        let object = "{gte: {type: integer}, in: {type: array}, tags: {type: object}}";
        compare(
            super::properties,
            &format!(
                "
        - {{name: page, in: query, required: true, {page}, description: P}}
        - {{name: page, in: query, explode: false, {page}}}
        - {{name: at, in: query, style: deepObject, schema: {{properties: {object}}}}}
        - {{name: map, in: query, style: deepObject, schema: {{type: object}}}}
        - {{name: q, in: query, schema: {{type: string}}}}"
            ),
            &format!(
                "
        - {{name: n, in: query, required: true, schema: {{type: integer}}, description: P}}
        - {{name: size, in: query, required: false, schema: {{}}, description: P}}
        - {{name: page, in: query, explode: false, {page}}}
        - {{name: 'at[gte]', in: query, required: false, schema: {{type: integer}}}}
        - {{name: 'at[in][]', in: query, required: false, schema: {{type: array}}}}
        - {{name: 'at[tags]', in: query, required: false, schema: {{type: object}}, style: deepObject}}
        - {{name: map, in: query, style: deepObject, schema: {{type: object}}}}
        - {{name: q, in: query, schema: {{type: string}}}}"
            ),
        );
    }
}
