//! Resolves compositions, with the named schemas that are resolved already.

use std::collections::{BTreeMap, BTreeSet};

use mapping::LARGEST_PART;
use serde_json::{Map, Value, json};

use super::keywords::{nullable, type_keywords};
use crate::lower::walk::target;

/// The longest chain of compositions. The end of a longer one, which could exhaust the stack, becomes
/// any JSON.
const MAX_DEPTH: usize = 200;

/// Replaces compositions by plain schemas, which have none.
pub struct Composer<'d> {
    named: &'d Map<String, Value>,
    /// The named schemas that are plain already.
    plain: BTreeMap<String, Value>,
    /// The named schemas that are being resolved, each because of the one before.
    pending: Vec<String>,
    /// The named schemas that are too large to be merged into others.
    large: BTreeSet<String>,
}

impl<'d> Composer<'d> {
    pub fn new(named: &'d Map<String, Value>) -> Self {
        let (plain, pending, large) = Default::default();
        Self { named, plain, pending, large }
    }

    /// Returns a named schema, made plain. A schema within itself becomes any JSON.
    pub fn named(&mut self, name: &str) -> Value {
        if let Some(plain) = self.plain.get(name) {
            return plain.clone();
        }
        if self.pending.len() > MAX_DEPTH || self.pending.iter().any(|pending| pending == name) {
            return json!({});
        }
        self.pending.push(name.to_owned());
        let plain = self.plain(self.named.get(name).cloned().unwrap_or_default());
        self.pending.pop();
        if size(&plain) > LARGEST_PART {
            self.large.insert(name.to_owned());
        }
        self.plain.insert(name.to_owned(), plain.clone());
        plain
    }

    /// Returns the schema that a reference refers to, or the schema itself.
    pub fn resolve(&mut self, schema: &Value) -> Value {
        match target(schema) {
            Some(name) => {
                let plain = self.named(name);
                if self.large.contains(name) { json!({}) } else { plain }
            }
            None => schema.clone(),
        }
    }

    /// Returns a schema without compositions.
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
        if all.is_empty() { schema } else { self.merge(schema, all) }
    }

    /// Merges the keywords of a schema with the parts of its compositions.
    fn merge(&mut self, mut own: Value, mut parts: Vec<Value>) -> Value {
        let is_nullable = own["nullable"] == true;
        let description = own.get("description").cloned();
        parts.retain(|part| type_keywords(part).next().is_some());
        let has_keywords = type_keywords(&own).any(|key| key != "type");
        let composed = match parts.as_slice() {
            // The type next to a reference only repeats the type of the schema.
            [only] if !has_keywords => only.clone(),
            _ => {
                own.as_object_mut().map(|members| members.shift_remove("nullable"));
                parts.iter().fold(own, |so_far, part| self.all_of(so_far, part))
            }
        };
        let mut composed = if is_nullable { nullable(composed) } else { composed };
        if let Some(description) = description {
            composed["description"] = description;
        }
        composed
    }
}

/// Returns how many JSON values a value consists of, including itself.
pub fn size(value: &Value) -> usize {
    1 + match value {
        Value::Array(items) => items.iter().map(size).sum(),
        Value::Object(members) => members.values().map(size).sum(),
        _ => 0,
    }
}
