//! Choices between schemas, and `not`.

use spec::Node;

use super::null::Null;
use super::prover::Prover;
use super::schema::Schema;

impl<'d> Prover<'d> {
    /// Whether what one schema allows fits one alternative of each choice of the other.
    pub(super) fn fits_choices(&mut self, one: &Schema<'d>, other: &Schema<'d>) -> bool {
        other.choices.iter().all(|choice| {
            let mut alternatives = choice.items().map(|node| Schema::written(node, [node]));
            let all: Vec<_> = alternatives.by_ref().collect();
            // Null may fit another alternative than the other values.
            let nulls = all.iter().filter(|schema| schema.null() != Null::Refused);
            let nulls: Vec<_> = nulls.map(Schema::null).collect();
            let is_apart = nulls == [Null::Allowed] && one.null() == Null::Allowed;
            let one = &if is_apart { one.without_null() } else { one.clone() };
            let fitting = (0..all.len()).find(|index| self.within(one, &all[*index]));
            // A value must not fit two alternatives of `oneOf`.
            fitting.is_some_and(|fitting| {
                choice.key() == Some("anyOf")
                    || all.iter().enumerate().all(|(index, alternative)| {
                        index == fitting || self.are_disjoint(one, alternative)
                    })
            })
        })
    }

    /// Whether what the other schema excludes is excluded by this one, too.
    pub(super) fn exclusions_are_kept(&mut self, one: &Schema<'d>, other: &Schema<'d>) -> bool {
        let excluded = |schema: &Schema<'d>| -> Vec<Schema<'d>> {
            let nodes: Vec<Node> = schema.object.all("not").collect();
            nodes.into_iter().map(|node| Schema::written(node, [node])).collect()
        };
        let own = excluded(one);
        excluded(other).iter().all(|excluded| {
            own.iter().any(|known| self.within(excluded, known)) || self.are_disjoint(one, excluded)
        })
    }
}
