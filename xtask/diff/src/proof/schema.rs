//! A schema as a set of values.

use std::collections::HashSet;

use mapping::extensions::EXTENSIBLE_ENUM;
use spec::{Kind, Node, canonical, is_same};

use super::super::json_types::Types;
use super::super::properties::MAX_RESTS;
use super::super::resolved_object::{ResolvedObject, is_annotation};
use super::null::Null;

/// All that must hold for a value.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Schema<'d> {
    pub object: ResolvedObject<'d>,
    /// The lists of which one alternative must hold.
    pub choices: Vec<Node<'d>>,
    /// Whether null is left out.
    pub not_null: bool,
}

/// The keywords that a proof reads, and those that allow the same whatever they say.
const KNOWN: [&str; 30] = [
    "$ref",
    "additionalProperties",
    "allOf",
    "anyOf",
    "default",
    "discriminator",
    "enum",
    "exclusiveMaximum",
    "exclusiveMinimum",
    "format",
    "items",
    "maxItems",
    "maxLength",
    "maxProperties",
    "maximum",
    "minItems",
    "minLength",
    "minProperties",
    "minimum",
    "multipleOf",
    "not",
    "nullable",
    "oneOf",
    "pattern",
    "properties",
    "readOnly",
    "required",
    "type",
    "uniqueItems",
    "writeOnly",
];

impl<'d> Schema<'d> {
    pub fn of(object: &ResolvedObject<'d>) -> Self {
        Self { object: object.clone(), choices: object.choices().collect(), not_null: false }
    }

    /// What all of these written schemas allow.
    pub fn written(around: Node<'d>, list: impl IntoIterator<Item = Node<'d>>) -> Self {
        Self::of(&ResolvedObject::schema(around, list))
    }

    /// The same values without null.
    pub fn without_null(&self) -> Self {
        Self { not_null: true, ..self.clone() }
    }

    /// Whether all parts are objects, so that their keywords say all.
    pub fn is_readable(&self) -> bool {
        self.object.parts().iter().all(|part| part.is_object())
            && self.object.all("additionalProperties").count() <= MAX_RESTS
    }

    pub fn is_any(&self) -> bool {
        let says = |part: &Node| part.entries().any(|entry| !is_annotation(entry.key));
        self.choices.is_empty() && !self.object.parts().iter().any(says)
    }

    /// The schemas of which one holds, if it is a choice; each with all that holds beside it.
    pub fn alternatives(&self) -> Option<impl Iterator<Item = Schema<'d>> + use<'d>> {
        let (first, others) = self.choices.split_first()?;
        let (object, others, not_null) = (self.object.clone(), others.to_vec(), self.not_null);
        Some(first.items().map(move |alternative| {
            let inner = Self::written(alternative, [alternative]);
            let choices = others.iter().copied().chain(inner.choices).collect();
            Schema { object: object.with(&inner.object), choices, not_null }
        }))
    }

    /// The values of `enum`, if there is one: those that are in every `enum`.
    pub fn listed(&self) -> Option<Vec<Node<'d>>> {
        let mut lists = self.object.all("enum").filter(|list| list.is_array());
        let first = lists.next()?;
        let others: Vec<HashSet<String>> =
            lists.map(|list| list.items().map(canonical).collect()).collect();
        let in_all = |value: &Node| {
            others.is_empty() || others.iter().all(|list| list.contains(&canonical(*value)))
        };
        let listed: Vec<_> = first.items().filter(in_all).collect();
        // A list of all values is none.
        let has = |value: bool| listed.iter().any(|node| node.as_bool() == Some(value));
        let is_all = self.types().are_only("boolean") && has(true) && has(false);
        (!is_all).then_some(listed)
    }

    pub fn types(&self) -> Types {
        self.object.all("type").map(Types::named).fold(Types::ALL, Types::and)
    }

    pub fn null(&self) -> Null {
        let is_true = |part: &Node| part.get("nullable").and_then(Node::as_bool) == Some(true);
        let names_null = |part: &Node| {
            let listed = |list: Node| list.items().any(|item| item.as_str() == Some("null"));
            part.get("type").is_some_and(|ty| listed(ty) || ty.as_str() == Some("null"))
        };
        let lists_null = |list: Node| list.items().any(|item| item.kind() == Kind::Null);
        let parts = self.object.parts();
        let by_type = parts
            .iter()
            .all(|part| part.get("type").is_none() || is_true(part) || names_null(part));
        let by_list = self.object.all("enum").all(lists_null);
        match parts.iter().any(is_true) {
            _ if self.not_null => Null::Refused,
            _ if by_type && by_list => Null::Allowed,
            true => Null::Meant,
            false => Null::Refused,
        }
    }

    /// Whether every text is allowed.
    pub fn is_free_text(&self) -> bool {
        let keys = ["enum", "minLength", "maxLength", "pattern", "format", "not"];
        self.types().has("string")
            && self.choices.is_empty()
            && keys.iter().all(|key| self.object.get(key).is_none())
    }

    /// Whether another schema has every keyword with an unknown meaning, with the same value.
    pub fn unknown_keywords_are_in(&self, other: &Schema<'d>) -> bool {
        let entries = self.object.parts().iter().flat_map(|part| part.entries());
        let mut unknown = entries.filter(|entry| !is_annotation(entry.key) && !is_known(entry.key));
        unknown.all(|entry| {
            let mut values = other.object.all(entry.key);
            values.any(|value| is_same(value, entry.value))
        }) && self.references() == other.references()
            && self.extensible() == other.extensible()
    }

    /// The references that lead to no schema.
    fn references(&self) -> Vec<&'d str> {
        self.object.all("$ref").filter_map(Node::as_str).collect()
    }

    /// The values of lists that others may join.
    fn extensible(&self) -> HashSet<String> {
        self.object.all(EXTENSIBLE_ENUM).flat_map(Node::items).map(canonical).collect()
    }
}

fn is_known(key: &str) -> bool {
    key == EXTENSIBLE_ENUM || key == "xml" || KNOWN.contains(&key)
}
