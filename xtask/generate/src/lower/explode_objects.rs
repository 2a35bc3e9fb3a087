//! Turns a query parameter that is an object into one parameter for each property.
//!
//! `style: form` sends `a=1&b=2`, `deepObject` sends `filter[a]=1`. progenitor supports only the
//! first, and fails at run time if a property is an array.

use serde_json::{Map, Value, json};

use super::lowered::Lowered;
use super::walk::{items, operations, referenced, with_schemas};

/// Turns a `deepObject` of alternatives into one parameter for each, as only some may be objects.
pub fn alternatives(lowered: &mut Lowered) {
    replace_parameters(lowered, |parameter, named| {
        let schema = resolve(&parameter, named);
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

/// Turns an object into one parameter for each property.
pub fn properties(lowered: &mut Lowered) {
    replace_parameters(lowered, |parameter, named| {
        let name = parameter["name"].as_str().unwrap_or_default().to_owned();
        let schema = resolve(&parameter, named);
        let has_properties = schema["properties"].as_object().is_some_and(|all| !all.is_empty());
        let style = parameter["style"].as_str().unwrap_or("form");
        match (parameter["in"].as_str(), style) {
            (Some("query"), "deepObject") if has_properties => {
                let parts = parts(&parameter, schema, |property| format!("{name}[{property}]"));
                parts.map(|part| bracketed(part, named)).collect()
            }
            (Some("query"), "deepObject") => vec![bracketed(parameter, named)],
            (Some("query"), "form") if has_properties && parameter["explode"] != false => {
                parts(&parameter, schema, str::to_owned).collect()
            }
            _ => vec![parameter],
        }
    })
}

/// Replaces each parameter by others.
fn replace_parameters(
    lowered: &mut Lowered,
    replacements: impl Fn(Value, &Map<String, Value>) -> Vec<Value>,
) {
    with_schemas(&mut lowered.document, |document, named| {
        for operation in operations(document) {
            let parameters = items(operation, "parameters").map(Value::take);
            let parameters = parameters.flat_map(|parameter| replacements(parameter, named));
            let parameters: Vec<Value> = parameters.collect();
            if operation.get("parameters").is_some() {
                operation["parameters"] = Value::Array(parameters);
            }
        }
    });
}

/// Returns a parameter for each property of an object.
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

/// Completes the name of a `deepObject` or of a property of one by the type of its value.
fn bracketed(mut parameter: Value, named: &Map<String, Value>) -> Value {
    match resolve(&parameter, named)["type"].as_str() {
        // Libraries that send an object with brackets send an array with brackets, too.
        Some("array") => {
            let name = parameter["name"].as_str().unwrap_or_default();
            parameter["name"] = json!(format!("{name}[]"));
        }
        // OpenAPI does not define deeper objects; the caller names their properties.
        Some("object") => parameter["style"] = json!("deepObject"),
        _ => {}
    }
    parameter
}

fn resolve<'v>(parameter: &'v Value, named: &'v Map<String, Value>) -> &'v Value {
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
    fn each_alternative_becomes_a_parameter() {
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
    fn each_property_becomes_a_parameter() {
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
