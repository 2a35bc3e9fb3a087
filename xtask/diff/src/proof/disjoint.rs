//! Schemas that have no value in common.

use super::super::properties::properties;
use super::null::Null;
use super::numbers::Range;
use super::objects::property;
use super::prover::Prover;
use super::schema::Schema;

impl<'d> Prover<'d> {
    /// Whether surely no value is allowed by both schemas.
    pub(super) fn are_disjoint(&mut self, one: &Schema<'d>, other: &Schema<'d>) -> bool {
        if !self.step() || self.is_deep() {
            return false;
        }
        for (one, other) in [(one, other), (other, one)] {
            if let Some(values) = one.listed() {
                return values.iter().all(|value| self.refutes(other, *value));
            }
        }
        for (one, other) in [(one, other), (other, one)] {
            if let Some(mut alternatives) = one.alternatives() {
                return alternatives.all(|alternative| {
                    self.deeper(|prover| prover.are_disjoint(&alternative, other))
                });
            }
        }
        if [one, other].iter().all(|schema| schema.null() != Null::Refused) || self.text {
            return false;
        }
        let types = one.types().and(other.types());
        // A type that is not known could be any.
        let are_known = !one.types().is_empty() && !other.types().is_empty();
        are_known && types.is_empty()
            || types.are_only("object") && self.are_disjoint_objects(one, other)
            || types.are_only("integer")
                && Range::of(one, true).is_apart_from(&Range::of(other, true))
    }

    fn are_disjoint_objects(&mut self, one: &Schema<'d>, other: &Schema<'d>) -> bool {
        let (own, theirs) = (properties(&one.object), properties(&other.object));
        let required = own.required().into_iter().chain(theirs.required());
        required.into_iter().any(|name| {
            let pair = property(one, &own, name).zip(property(other, &theirs, name));
            // One requires what the other cannot have.
            let Some((one, other)) = pair else { return true };
            self.deeper(|prover| prover.are_disjoint(&one, &other))
        })
    }
}
