//! Lists.

use spec::Node;

use super::prover::Prover;
use super::scalars::lengths_are_within;
use super::schema::Schema;

impl<'d> Prover<'d> {
    pub(super) fn lists_are_within(&mut self, one: &Schema<'d>, other: &Schema<'d>) -> bool {
        if !one.types().has("array") {
            return true;
        }
        let unique = |schema: &Schema| schema.object.is_true("uniqueItems");
        let items = |schema: &Schema<'d>| {
            let written = schema.object.all("items").filter(|items| items.is_object());
            Schema::written(schema.object.anchor(), written)
        };
        lengths_are_within(one, other, "minItems", "maxItems")
            && (unique(one) || !unique(other) || is_at_most(one, 1))
            && (is_at_most(one, 0) || self.inner_within(&items(one), &items(other)))
    }
}

/// Whether no longer lists are allowed.
fn is_at_most(schema: &Schema, length: u64) -> bool {
    let mut bounds = schema.object.all("maxItems").filter_map(Node::as_u64);
    bounds.any(|bound| bound <= length)
}
