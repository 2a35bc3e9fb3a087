//! The schemas that are plain already, and the way from a composition to a plain schema.

use std::collections::{BTreeMap, BTreeSet};

use mapping::LARGEST_PART;
use serde_json::{Map, Value, json};

use super::keywords::{nulled, says};
use crate::lower::walk::target;

/// How long a chain of compositions may be; the end of a longer one, which would exhaust the stack,
/// is any JSON.
const DEEPEST: usize = 200;

pub struct Composer<'d> {
    named: &'d Map<String, Value>,
    /// The named schemas that are plain already.
    plain: BTreeMap<String, Value>,
    /// The named schemas that are being made plain, one because of the other.
    open: Vec<String>,
    /// The named schemas that are too large to be copied.
    large: BTreeSet<String>,
}

impl<'d> Composer<'d> {
    pub fn new(named: &'d Map<String, Value>) -> Self {
        let (plain, open, large) = Default::default();
        Self { named, plain, open, large }
    }

    /// The named schema, made plain. What is composed of itself says nothing more by that.
    pub fn target(&mut self, name: &str) -> Value {
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
    pub fn meant(&mut self, schema: &Value) -> Value {
        match target(schema) {
            Some(name) => {
                let plain = self.target(name);
                if self.large.contains(name) { json!({}) } else { plain }
            }
            None => schema.clone(),
        }
    }

    pub fn plain(&mut self, mut schema: Value) -> Value {
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
            all.push(self.any_of(alternatives));
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
                parts.iter().fold(own, |so_far, part| self.all_of(so_far, part))
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
pub fn size(value: &Value) -> usize {
    1 + match value {
        Value::Array(items) => items.iter().map(size).sum(),
        Value::Object(members) => members.values().map(size).sum(),
        _ => 0,
    }
}
