//! Single values, as `enum` lists them.

use spec::{Decimal, Kind, Node, is_same};

use super::formats;
use super::null::Null;
use super::numbers::{Range, is_whole};
use super::prover::Prover;
use super::scalars::patterns;
use super::schema::Schema;

impl<'d> Prover<'d> {
    /// Whether a value of one schema is surely a value of the other.
    pub(super) fn accepts(
        &mut self,
        one: &Schema<'d>,
        other: &Schema<'d>,
        value: Node<'d>,
    ) -> bool {
        if self.is_deep() || !self.step() {
            return false;
        }
        let listed = other.listed();
        let listed = listed.is_none_or(|list| list.iter().any(|known| is_same(*known, value)));
        let free = match value.kind() {
            Kind::Null => one.null().implies(other.null()),
            Kind::Bool => other.types().has("boolean"),
            Kind::Number => self.accepts_number(one, other, value),
            Kind::String => self.accepts_text(one, other, value),
            // What is in a list or an object is compared where it is listed.
            Kind::Array => other.types().has("array") && is_only_listed(other),
            Kind::Object => other.types().has("object") && is_only_listed(other),
        };
        let excluded = other.object.all("not").map(|node| Schema::written(node, [node]));
        let excluded: Vec<_> = excluded.collect();
        listed
            && free
            && other.unknown_keywords_are_in(one)
            && excluded.iter().all(|schema| self.deeper(|prover| prover.refutes(schema, value)))
            && other.choices.iter().all(|choice| self.accepts_choice(one, *choice, value))
    }

    fn accepts_choice(&mut self, one: &Schema<'d>, choice: Node<'d>, value: Node<'d>) -> bool {
        let all: Vec<_> = choice.items().map(|node| Schema::written(node, [node])).collect();
        let fitting =
            (0..all.len()).find(|at| self.deeper(|prover| prover.accepts(one, &all[*at], value)));
        fitting.is_some_and(|fitting| {
            let mut others = all.iter().enumerate().filter(|(at, _)| *at != fitting);
            choice.key() == Some("anyOf")
                || others.all(|(_, other)| self.deeper(|prover| prover.refutes(other, value)))
        })
    }

    fn accepts_number(&self, one: &Schema, other: &Schema, value: Node) -> bool {
        let Some(number) = Decimal::of(value) else { return false };
        let whole = is_whole(value);
        let types = other.types();
        let fits = types.has(if whole { "integer" } else { "fraction" });
        let text = self.text && other.is_free_text();
        let mut steps = other.object.all("multipleOf").filter_map(Decimal::of);
        text || fits
            && Range::of(other, whole).has(&number)
            && (whole || formats::of_numbers_are_within(one, other))
            && steps.all(|step| number.is_multiple(&step) == Some(true))
    }

    fn accepts_text(&mut self, one: &Schema<'d>, other: &Schema<'d>, value: Node<'d>) -> bool {
        let text = value.as_str().unwrap_or_default();
        let known: Vec<_> = patterns(one).collect();
        other.types().has("string")
            && has_length(other, value)
            && formats::are_within(one, other)
            && patterns(other).all(|pattern| {
                known.contains(&pattern) || self.matches(pattern, text) == Some(true)
            })
    }

    /// Whether a value is surely refused.
    pub(super) fn refutes(&mut self, schema: &Schema<'d>, value: Node<'d>) -> bool {
        if self.is_deep() || !self.step() {
            return false;
        }
        let types = schema.types();
        let refused = match value.kind() {
            Kind::Null => schema.null() == Null::Refused,
            Kind::Bool => !types.has("boolean"),
            Kind::Number => {
                let whole = is_whole(value);
                let number = Decimal::of(value);
                !types.has(if whole { "integer" } else { "fraction" })
                    || number.is_some_and(|number| !Range::of(schema, whole).has(&number))
            }
            Kind::String => {
                let text = value.as_str().unwrap_or_default();
                let mut patterns = patterns(schema);
                !types.has("string")
                    || !has_length(schema, value)
                    || patterns.any(|pattern| self.matches(pattern, text) == Some(false))
            }
            Kind::Array => !types.has("array"),
            Kind::Object => !types.has("object"),
        };
        // A type that is not known could be any, and in a text a number may be meant by a text.
        let refused = refused && !types.is_empty() && !self.text;
        let unlisted = schema.listed().is_some_and(|list| {
            value.kind() != Kind::Null && !list.iter().any(|known| is_same(*known, value))
        });
        refused || unlisted || self.excludes(schema, value)
    }

    /// Whether a value is surely refused by `not`, or by all alternatives of a choice.
    fn excludes(&mut self, schema: &Schema<'d>, value: Node<'d>) -> bool {
        let any = Schema::written(value, []);
        let mut excluded = schema.object.all("not").map(|node| Schema::written(node, [node]));
        let mut choices = schema.choices.iter();
        excluded.any(|excluded| self.deeper(|prover| prover.accepts(&any, &excluded, value)))
            || choices.any(|choice| {
                let mut all = choice.items().map(|node| Schema::written(node, [node]));
                all.all(|alternative| self.deeper(|prover| prover.refutes(&alternative, value)))
            })
    }
}

/// Whether the length of a text is allowed.
fn has_length(schema: &Schema, value: Node) -> bool {
    let length = value.as_str().unwrap_or_default().chars().count().to_string();
    let Some(length) = Decimal::parse(&length) else { return false };
    let bounds = |key| schema.object.all(key).filter_map(Decimal::of);
    bounds("minLength").all(|bound| bound <= length)
        && bounds("maxLength").all(|bound| bound >= length)
}

/// Whether a schema says nothing about lists and objects but which ones are listed.
fn is_only_listed(schema: &Schema) -> bool {
    let known = ["type", "enum", "nullable", "not", "oneOf", "anyOf", "allOf", "$ref", "default"];
    let mut entries = schema.object.parts().iter().flat_map(|part| part.entries());
    entries.all(|entry| {
        known.contains(&entry.key) || super::super::resolved_object::is_annotation(entry.key)
    })
}
