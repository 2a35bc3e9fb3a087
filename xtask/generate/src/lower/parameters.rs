//! Reduces every parameter to a string, a number, a boolean or an array of them.
//!
//! progenitor repeats the name for each item of an array, whatever the style. The typed API joins an
//! array with a separator itself; any other value becomes a string that the caller formats.

use serde_json::{Map, Value, json};

use super::lowered::Lowered;
use super::walk::{items, operations, reference, target, with_schemas};

const KEPT: [&str; 7] = ["description", "explode", "in", "name", "required", "schema", "style"];

pub fn pass(lowered: &mut Lowered) {
    with_schemas(&mut lowered.document, |document, named| {
        for operation in operations(document) {
            items(operation, "parameters").for_each(|parameter| reduce(parameter, named));
        }
    });
}

/// Before the name of a query parameter, tells the runtime that the value is percent-encoded already.
const ENCODED: char = '\u{1}';

/// Turns arrays that are sent as one string into strings, which are not sent for an empty array.
pub fn for_progenitor(lowered: &mut Lowered) {
    for operation in operations(&mut lowered.document) {
        for parameter in items(operation, "parameters") {
            if separator(parameter).is_none() {
                continue;
            }
            parameter["schema"] = json!({ "type": "string" });
            parameter["required"] = json!(parameter["in"] == "path");
            if parameter["in"] == "query" {
                let name = parameter["name"].as_str().unwrap_or_default();
                parameter["name"] = json!(format!("{ENCODED}{name}"));
            }
        }
    }
}

fn reduce(parameter: &mut Value, named: &Map<String, Value>) {
    let schema = parameter.get("schema").cloned().unwrap_or_default();
    let ty = resolve(&schema, named)["type"].clone();
    let is_form = parameter["in"] == "query" && delimiter(parameter).is_none();
    let Some(members) = parameter.as_object_mut() else { return };
    let schema = match ty.as_str() {
        Some("object") if is_form => {
            json!({ "type": "object", "additionalProperties": { "type": "string" } })
        }
        Some("array") => {
            json!({ "type": "array", "items": scalar(&resolve(&schema, named)["items"], named) })
        }
        _ => scalar(&schema, named),
    };
    members.insert("schema".to_owned(), schema);
    if members.get("in").is_some_and(|place| place == "path") {
        members.insert("required".to_owned(), json!(true));
    }
    members.retain(|key, _| KEPT.contains(&key.as_str()));
}

/// Returns the separator of a parameter that is an array sent as one string.
///
/// It follows from `in`, `style` and `explode`, which normalized parameters keep.
pub fn separator(parameter: &Value) -> Option<char> {
    delimiter(parameter).filter(|_| parameter["schema"]["type"] == "array")
}

/// Returns the separator of the items if the parameter is an array; `None` if each is sent alone.
fn delimiter(parameter: &Value) -> Option<char> {
    let exploded = |by_default: bool| parameter["explode"].as_bool().unwrap_or(by_default);
    match (parameter["in"].as_str(), parameter["style"].as_str()) {
        (Some("query"), None | Some("form")) => (!exploded(true)).then_some(','),
        (Some("query"), Some("spaceDelimited")) => (!exploded(false)).then_some(' '),
        (Some("query"), Some("pipeDelimited")) => (!exploded(false)).then_some('|'),
        (Some("query"), _) => None,
        _ => Some(','),
    }
}

/// Returns the schema of one value: a reference to a string, a string, a number or a boolean.
fn scalar(schema: &Value, named: &Map<String, Value>) -> Value {
    let mut scalar = resolve(schema, named).clone();
    match (scalar["type"].as_str(), target(schema)) {
        (Some("string"), Some(name)) => reference(name),
        (Some("string" | "integer" | "number" | "boolean"), _) => {
            scalar.as_object_mut().map(|members| members.shift_remove("nullable"));
            scalar
        }
        _ => json!({ "type": "string" }),
    }
}

fn resolve<'v>(schema: &'v Value, named: &'v Map<String, Value>) -> &'v Value {
    target(schema).and_then(|name| named.get(name)).unwrap_or(schema)
}

#[cfg(test)]
mod tests {
    use crate::lower::case::{check, read};

    /// Compares a parameter `a` before and after the pass.
    fn compare(before: &str, after: &str) {
        let document = |parameter: &str| {
            format!(
                "
paths: {{/a: {{get: {{parameters: [{{name: a, {parameter}}}]}}}}}}
components:
  schemas:
    Id: {{type: string}}
    Ids: {{type: array, items: {{$ref: '#/components/schemas/Id'}}}}
    Count: {{type: integer}}
"
            )
        };
        check(super::pass, &document(before), &document(after));
    }

    #[test]
    fn values_are_strings_numbers_or_booleans() {
        for (schema, plain) in [
            ("{$ref: '#/components/schemas/Id'}", "{$ref: '#/components/schemas/Id'}"),
            ("{$ref: '#/components/schemas/Count'}", "{type: integer}"),
            ("{type: boolean, nullable: true}", "{type: boolean}"),
            ("{type: object, properties: {}}", "{type: string}"),
            ("{}", "{type: string}"),
        ] {
            compare(
                &format!("in: header, schema: {schema}, example: b"),
                &format!("in: header, schema: {plain}"),
            );
        }
        compare("in: path, content: {}", "in: path, schema: {type: string}, required: true");
    }

    #[test]
    fn arrays_are_repeated_or_joined() {
        let ids = "schema: {$ref: '#/components/schemas/Ids'}";
        let list = "schema: {type: array, items: {$ref: '#/components/schemas/Id'}}";
        for (location, separator) in [
            ("in: query", None),
            ("in: query, style: pipeDelimited, explode: true", None),
            ("in: query, explode: false", Some(',')),
            ("in: query, style: spaceDelimited", Some(' ')),
            ("in: query, style: pipeDelimited", Some('|')),
            ("in: header", Some(',')),
        ] {
            // An extension of the document itself has no effect.
            let (before, after) =
                (format!("{location}, {ids}, x-join: ';'"), format!("{location}, {list}"));
            compare(&before, &after);
            let parameter = read(&format!("{{{after}}}"));
            assert_eq!(super::separator(&parameter), separator, "{location}");
        }
        assert_eq!(super::separator(&read("{in: header, schema: {type: string}}")), None);
    }
}
