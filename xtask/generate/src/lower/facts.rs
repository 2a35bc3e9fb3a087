//! Says in descriptions what other keywords say: defaults, bounds, units, formats and secrets.
//!
//! Callers read only the documentation, and later passes remove these keywords.

use mapping::extensions::TIMESTAMP;
use serde_json::{Map, Value};

use super::lowered::Lowered;
use super::walk::{each_schema, items, operations, referenced, schemas, target};
use crate::markdown;

/// How many references are followed from one schema.
const MAX_LINKS: usize = 20;
/// How many parts of a composition are read.
const MAX_PARTS: usize = 20;
/// The longest value that is quoted, in bytes: many parameters can refer to one schema.
const MAX_QUOTED: usize = 200;

pub fn pass(lowered: &mut Lowered) {
    let named = schemas(&mut lowered.document).clone();
    for operation in operations(&mut lowered.document) {
        for parameter in items(operation, "parameters") {
            if parameter["description"].as_str().is_some_and(|text| !text.trim().is_empty()) {
                let facts = facts(&parameter["schema"], &named);
                add(parameter, &facts);
            }
        }
    }
    each_schema(&mut lowered.document, &mut |schema| {
        if referenced(schema).is_none() && schema.is_object() {
            let facts = facts(schema, &named);
            add(schema, &facts);
        }
    });
}

/// Adds a paragraph to the description of an object, or to its title if it has none.
fn add(object: &mut Value, facts: &[String]) {
    let text = |key: &str| object[key].as_str().map(str::trim).filter(|text| !text.is_empty());
    let description = text("description").or_else(|| text("title")).unwrap_or_default();
    let described = match (description, facts) {
        (_, []) => description.to_owned(),
        ("", _) => facts.join(" "),
        _ => format!("{}\n\n{}", markdown::sentence(description), facts.join(" ")),
    };
    if !described.is_empty() {
        object["description"] = described.into();
    }
}

/// Returns one sentence for each fact that the keywords of a schema state.
fn facts(schema: &Value, named: &Map<String, Value>) -> Vec<String> {
    let read = |keyword: &str| find(schema, keyword, named);
    let mut facts = Vec::new();
    let is_secret =
        |schema| find(schema, "format", named).is_some_and(|format| format == "password");
    let kind = read("type").and_then(Value::as_str);
    let format = read("format").and_then(Value::as_str);
    match (kind, format) {
        (Some("string"), Some("password")) => {
            facts.push("A secret: Debug, Display and serde print a placeholder.".to_owned());
        }
        (Some("array"), _) if read("items").is_some_and(is_secret) => {
            facts.push("Secrets: Debug, Display and serde print placeholders.".to_owned());
        }
        (Some("string"), Some("binary")) | (Some("integer"), _) | (None, _) => {}
        (Some("number"), _) => {
            facts.push("A decimal is a double, which keeps 15 digits.".to_owned());
        }
        (_, Some(format)) => facts.push(format!("Format: {}.", markdown::code(format))),
        _ => {}
    }
    if let Some(unit) = read(TIMESTAMP).and_then(Value::as_str) {
        facts.push(format!("In {unit} since the Unix epoch."));
    }
    let bound = |keyword| read(keyword).filter(|bound| bound.is_number()).map(Value::to_string);
    for (least, most, unit) in [
        ("minLength", "maxLength", "character"),
        ("minItems", "maxItems", "item"),
        ("minProperties", "maxProperties", "property"),
    ] {
        // Every length is at least 0.
        let least = bound(least).filter(|least| least != "0");
        facts.extend(range(least, bound(most), unit));
    }
    facts.extend(range(bound("minimum"), bound("maximum"), ""));
    let is_short = |text: &str| text.len() <= MAX_QUOTED;
    if let Some(pattern) = read("pattern").and_then(Value::as_str).filter(|it| is_short(it)) {
        facts.push(format!("Pattern: {}.", markdown::code(pattern)));
    }
    if let Some(default) = read("default").filter(|default| !default.is_null()) {
        let text = default.as_str().map_or_else(|| default.to_string(), str::to_owned);
        match text.as_str() {
            "" => facts.push("Default: the empty string.".to_owned()),
            text if is_short(text) => facts.push(format!("Default: {}.", markdown::code(text))),
            _ => {}
        }
    }
    facts
}

/// Returns a keyword of a schema, of the first parts that it combines, or of the schema that it refers
/// to first.
fn find<'v>(
    mut schema: &'v Value,
    keyword: &str,
    named: &'v Map<String, Value>,
) -> Option<&'v Value> {
    for _ in 0..MAX_LINKS {
        let parts = schema.get("allOf").and_then(Value::as_array).into_iter().flatten();
        let mut read = std::iter::once(schema).chain(parts.take(MAX_PARTS));
        if let Some(value) = read.find_map(|schema| schema.get(keyword)) {
            return Some(value);
        }
        schema = named.get(target(schema)?)?;
    }
    None
}

/// Returns a sentence about bounds; `unit` is what is counted, in the singular.
fn range(least: Option<String>, most: Option<String>, unit: &str) -> Option<String> {
    let counted = |count: &str| match (unit, count) {
        ("", _) => String::new(),
        (_, "1") => format!(" {unit}"),
        ("property", _) => " properties".to_owned(),
        _ => format!(" {unit}s"),
    };
    Some(match (least, most) {
        (Some(least), Some(most)) if least == most => format!("Exactly {most}{}.", counted(&most)),
        (Some(least), Some(most)) => format!("From {least} to {most}{}.", counted(&most)),
        (Some(least), None) => format!("At least {least}{}.", counted(&least)),
        (None, Some(most)) => format!("At most {most}{}.", counted(&most)),
        (None, None) => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::MAX_QUOTED;
    use crate::lower::case::check;

    #[test]
    fn keywords_become_sentences() {
        let long = "x".repeat(MAX_QUOTED + 1);
        let document = |text: &str| text.replace("LONG", &long);
        check(
            super::pass,
            &document("
paths:
  /a:
    get:
      parameters:
        - {name: a, in: query, description: An a., schema: {$ref: '#/components/schemas/Order'}}
        - {name: b, in: query, schema: {type: string}}
        - name: c
          in: query
          description: A c
          schema: {allOf: [{$ref: '#/components/schemas/Order'}], minLength: 1, maxLength: 64}
components:
  schemas:
    Order: {type: string, default: asc}
    A:
      type: object
      title: An a
      properties:
        secret: {type: string, format: password, description: The secret., minLength: 0}
        at: {type: integer, x-timestamp: seconds, minimum: 0, maximum: 9}
        day: {type: string, format: date, default: ''}
        long: {type: string, pattern: LONG, default: LONG}
        name: {type: string, minLength: 1, pattern: '^`'}
        code: {type: string, minLength: 1, maxLength: 1}
        tags: {type: array, maxItems: 3, default: []}
        codes: {type: array, items: {type: string, format: password}}
        map: {type: object, minProperties: 2, maxProperties: 2}
        share: {type: number, maximum: 0.5}
        order: {$ref: '#/components/schemas/Order'}
"),
            &document("
paths:
  /a:
    get:
      parameters:
        - name: a
          in: query
          description: \"An a.\\n\\nDefault: `asc`.\"
          schema: {$ref: '#/components/schemas/Order'}
        - {name: b, in: query, schema: {type: string}}
        - name: c
          in: query
          description: \"A c.\\n\\nFrom 1 to 64 characters. Default: `asc`.\"
          schema:
            allOf: [{$ref: '#/components/schemas/Order'}]
            minLength: 1
            maxLength: 64
            description: 'From 1 to 64 characters. Default: `asc`.'
components:
  schemas:
    Order: {type: string, default: asc, description: 'Default: `asc`.'}
    A:
      type: object
      title: An a
      properties:
        secret:
          type: string
          format: password
          description: \"The secret.\\n\\nA secret: Debug, Display and serde print a placeholder.\"
          minLength: 0
        at:
          type: integer
          x-timestamp: seconds
          minimum: 0
          maximum: 9
          description: In seconds since the Unix epoch. From 0 to 9.
        day:
          type: string
          format: date
          default: ''
          description: 'Format: `date`. Default: the empty string.'
        long: {type: string, pattern: LONG, default: LONG}
        name:
          type: string
          minLength: 1
          pattern: '^`'
          description: 'At least 1 character. Pattern: `` ^` ``.'
        code: {type: string, minLength: 1, maxLength: 1, description: Exactly 1 character.}
        tags: {type: array, maxItems: 3, default: [], description: 'At most 3 items. Default: `[]`.'}
        codes:
          type: array
          items:
            type: string
            format: password
            description: 'A secret: Debug, Display and serde print a placeholder.'
          description: 'Secrets: Debug, Display and serde print placeholders.'
        map: {type: object, minProperties: 2, maxProperties: 2, description: Exactly 2 properties.}
        share:
          type: number
          maximum: 0.5
          description: A decimal is a double, which keeps 15 digits. At most 0.5.
        order: {$ref: '#/components/schemas/Order'}
      description: An a
"),
        );
    }
}
