//! Fingerprints of schemas, equal for schemas that are quickly found to allow the same values.

use std::collections::HashMap;
use std::hash::{BuildHasher, Hash, Hasher, RandomState};

use spec::{Entry, Kind, Node, canonical};

use super::resolved_object::{ResolvedObject, is_annotation};

/// Tells schemas that allow the same from others, as far as a few levels show.
#[derive(Default)]
pub struct Fingerprints<'d> {
    seed: RandomState,
    known: HashMap<(Node<'d>, u8), u64>,
}

/// Below this, all integers are floating-point numbers.
const EXACT: f64 = 9_007_199_254_740_992.0;

/// How many levels of schemas are looked at; deeper differences are found by comparing.
const LEVELS: u8 = 3;

impl<'d> Fingerprints<'d> {
    /// Equal for schemas that allow the same, wherever their parts are written.
    pub fn of(&mut self, schema: Node<'d>) -> u64 {
        self.levels(schema, LEVELS)
    }

    fn levels(&mut self, schema: Node<'d>, levels: u8) -> u64 {
        if let Some(&print) = self.known.get(&(schema, levels)) {
            return print;
        }
        let object = ResolvedObject::schema(schema, [schema]);
        let keys = object.parts().iter().flat_map(|part| part.entries());
        // What `allOf` and a choice of one say is among the parts.
        let is_true = |entry: &Entry| match entry.key {
            // A discriminator names schemas, and says nothing about the values.
            "allOf" | "$ref" | "discriminator" => false,
            "oneOf" | "anyOf" => entry.value.len() != 1,
            key => !is_annotation(key),
        };
        let members = keys.filter(is_true).map(|entry| {
            let print = self.keyword(entry.key, entry.value, levels);
            self.seed.hash_one((entry.key, print))
        });
        // The order of keywords says nothing.
        let print = members.fold(0, u64::wrapping_add);
        self.known.insert((schema, levels), print);
        print
    }

    fn keyword(&mut self, key: &str, value: Node<'d>, levels: u8) -> u64 {
        match key {
            "properties" => value.entries().fold(0, |sum: u64, entry| {
                let print = if levels > 0 { self.levels(entry.value, levels - 1) } else { 0 };
                sum.wrapping_add(self.seed.hash_one((entry.key, print)))
            }),
            "items" | "not" | "additionalProperties" if value.is_object() => {
                if levels > 0 {
                    self.levels(value, levels - 1)
                } else {
                    0
                }
            }
            "oneOf" | "anyOf" if levels > 0 => value
                .items()
                .fold(0, |sum: u64, item| sum.wrapping_add(self.levels(item, levels - 1))),
            "oneOf" | "anyOf" => 0,
            "required" | "enum" => {
                value.items().fold(0, |sum: u64, item| sum.wrapping_add(self.value(item)))
            }
            _ => self.value(value),
        }
    }

    fn value(&self, value: Node) -> u64 {
        let mut hasher = self.seed.build_hasher();
        value.kind().hash(&mut hasher);
        // Two large integers may be one floating-point number.
        match value.as_f64().filter(|number| number.abs() < EXACT) {
            Some(number) => number.to_bits().hash(&mut hasher),
            None if value.kind() == Kind::Number => canonical(value).hash(&mut hasher),
            None => value.as_str().hash(&mut hasher),
        }
        value.as_bool().hash(&mut hasher);
        let items = value.items().map(|item| self.value(item));
        let members =
            value.entries().map(|entry| self.seed.hash_one((entry.key, self.value(entry.value))));
        items.chain(members).fold(0, u64::wrapping_add).hash(&mut hasher);
        hasher.finish()
    }
}
