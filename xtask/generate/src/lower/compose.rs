//! Makes one plain schema of every `allOf`, `oneOf`, `anyOf` and `not`.
//!
//! typify makes an enum of a choice and takes the first alternative that fits; where nothing is
//! required, the first always fits, and what it does not know is lost. One object with the
//! properties of all alternatives loses nothing, and where they are no objects, any JSON does not.

mod all_of;
mod any_of;
#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};

use mapping::LARGEST_PART;
use serde_json::{Map, Value, json};

use super::Lowered;
use super::walk::{reference, referenced, roots, schemas, target};

/// What says which values a schema is for; all else describes or limits them.
const SAYS: [&str; 9] = [
    "$ref",
    "additionalProperties",
    "allOf",
    "enum",
    "items",
    "properties",
    "required",
    "type",
    "x-extensible-enum",
];

/// How long a chain of compositions may be; the end of a longer one, which would exhaust the stack,
/// is any JSON.
const DEEPEST: usize = 200;

pub fn pass(lowered: &mut Lowered) {
    let named = std::mem::take(schemas(&mut lowered.document));
    let mut composer = Composer {
        named: &named,
        plain: BTreeMap::new(),
        open: Vec::new(),
        large: BTreeSet::new(),
    };
    for name in innermost_first(&named) {
        composer.target(name);
    }
    roots(&mut lowered.document, &mut |schema| *schema = composer.plain(schema.take()));
    let plain = named.keys().map(|name| (name.clone(), composer.target(name))).collect();
    *schemas(&mut lowered.document) = plain;
}

/// The named schemas, each after those that it refers to, so that however long a chain of
/// compositions is, the stack stays short.
fn innermost_first(named: &Map<String, Value>) -> Vec<&str> {
    let (mut first, mut entered) = (Vec::new(), BTreeSet::new());
    for name in named.keys() {
        let mut open = vec![(name.as_str(), false)];
        while let Some((name, is_left)) = open.pop() {
            if is_left {
                first.push(name);
            } else if entered.insert(name) {
                open.push((name, true));
                let mut inner = Vec::new();
                references(&named[name], &mut inner);
                open.extend(
                    inner
                        .into_iter()
                        .filter(|name| named.contains_key(*name))
                        .map(|name| (name, false)),
                );
            }
        }
    }
    first
}

/// Adds the names of the schemas that a schema refers to.
fn references<'v>(value: &'v Value, names: &mut Vec<&'v str>) {
    names.extend(target(value));
    match value {
        Value::Array(items) => items.iter().for_each(|item| references(item, names)),
        Value::Object(members) => members.values().for_each(|member| references(member, names)),
        _ => {}
    }
}

struct Composer<'d> {
    named: &'d Map<String, Value>,
    /// The named schemas that are plain already.
    plain: BTreeMap<String, Value>,
    /// The named schemas that are being made plain, one because of the other.
    open: Vec<String>,
    /// The named schemas that are too large to be copied.
    large: BTreeSet<String>,
}

impl Composer<'_> {
    /// The named schema, made plain. What is composed of itself says nothing more by that.
    fn target(&mut self, name: &str) -> Value {
        if let Some(plain) = self.plain.get(name) {
            return plain.clone();
        }
        if self.open.len() > DEEPEST || self.open.iter().any(|open| open == name) {
            return json!({});
        }
        self.open.push(name.to_owned());
        let plain = self.plain(self.named.get(name).cloned().unwrap_or_default());
        self.open.pop();
        if size(&plain) > LARGEST_PART {
            self.large.insert(name.to_owned());
        }
        self.plain.insert(name.to_owned(), plain.clone());
        plain
    }

    /// What a schema describes: itself, or what it refers to.
    fn meant(&mut self, schema: &Value) -> Value {
        match target(schema) {
            Some(name) => {
                let plain = self.target(name);
                if self.large.contains(name) { json!({}) } else { plain }
            }
            None => schema.clone(),
        }
    }

    fn plain(&mut self, mut schema: Value) -> Value {
        let Some(members) = schema.as_object_mut() else { return schema };
        for key in ["items", "additionalProperties"] {
            if let Some(part) = members.get_mut(key) {
                *part = self.plain(part.take());
            }
        }
        if let Some(Value::Object(properties)) = members.get_mut("properties") {
            properties.values_mut().for_each(|property| *property = self.plain(property.take()));
        }
        let mut parts = |key| {
            let Some(Value::Array(parts)) = members.shift_remove(key) else { return Vec::new() };
            parts.into_iter().map(|part| self.plain(part)).collect::<Vec<_>>()
        };
        let (mut all, one, any) = (parts("allOf"), parts("oneOf"), parts("anyOf"));
        members.retain(|key, _| key != "not" && key != "discriminator");
        for alternatives in [one, any].into_iter().filter(|parts| !parts.is_empty()) {
            all.push(self.either(alternatives));
        }
        if all.is_empty() { schema } else { self.together(schema, all) }
    }

    /// The schema of what fits `own` and all `parts`.
    fn together(&mut self, mut own: Value, mut parts: Vec<Value>) -> Value {
        let nullable = own["nullable"] == true;
        let description = own.get("description").cloned();
        parts.retain(|part| says(part).next().is_some());
        let says_more = says(&own).any(|key| key != "type");
        let composed = match parts.as_slice() {
            // The type beside a reference repeats what the reference says.
            [only] if !says_more => only.clone(),
            _ => {
                own.as_object_mut().map(|members| members.shift_remove("nullable"));
                parts.iter().fold(own, |so_far, part| self.both(so_far, part))
            }
        };
        let mut composed = if nullable { nulled(composed) } else { composed };
        if let (Some(description), None) = (description, composed.get("$ref")) {
            composed["description"] = description;
        }
        composed
    }
}

/// How many values there are in one.
fn size(value: &Value) -> usize {
    1 + match value {
        Value::Array(items) => items.iter().map(size).sum(),
        Value::Object(members) => members.values().map(size).sum(),
        _ => 0,
    }
}

fn says(schema: &Value) -> impl Iterator<Item = &str> {
    let members = schema.as_object().into_iter().flatten();
    members.map(|(key, _)| key.as_str()).filter(|key| SAYS.contains(key))
}

/// A schema that null fits as well.
fn nulled(mut schema: Value) -> Value {
    match referenced(&schema) {
        Some(name) => json!({ "allOf": [reference(name)], "nullable": true }),
        None => {
            schema["nullable"] = json!(true);
            schema
        }
    }
}

/// The kind of value that a schema is for, if it says one.
fn kind(schema: &Value) -> Option<&str> {
    schema.get("type")?.as_str()
}

/// The names that a schema requires.
fn required(schema: &Value) -> impl Iterator<Item = &Value> {
    schema["required"].as_array().into_iter().flatten()
}

fn properties(schema: &Value) -> impl Iterator<Item = (&String, &Value)> {
    schema["properties"].as_object().into_iter().flatten()
}
