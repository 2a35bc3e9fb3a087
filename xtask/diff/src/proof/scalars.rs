//! Texts and numbers.

use spec::{Decimal, Node};

use super::formats;
use super::numbers::Range;
use super::prover::Prover;
use super::schema::Schema;

impl<'d> Prover<'d> {
    pub(super) fn scalars_are_within(&mut self, one: &Schema<'d>, other: &Schema<'d>) -> bool {
        let types = one.types();
        let texts = !types.has("string")
            || lengths_are_within(one, other, "minLength", "maxLength")
                && formats::are_within(one, other)
                && patterns(other).all(|pattern| patterns(one).any(|known| known == pattern));
        texts && (!types.is_number() || numbers_are_within(one, other))
    }
}

/// The patterns that say something.
pub fn patterns<'d>(schema: &Schema<'d>) -> impl Iterator<Item = &'d str> {
    let patterns = schema.object.all("pattern").filter_map(Node::as_str);
    patterns.filter(|pattern| !super::super::bounds::fits_all(pattern))
}

/// Whether a length or a count that one schema allows is allowed by the other.
pub fn lengths_are_within(one: &Schema, other: &Schema, least: &str, most: &str) -> bool {
    let all = |schema: &Schema, key| -> Vec<Decimal> {
        schema.object.all(key).filter_map(Decimal::of).collect()
    };
    let (lower, upper) = (all(one, least), all(one, most));
    let least_holds =
        |bound: &Decimal| !bound.is_positive() || lower.iter().any(|own| own >= bound);
    let most_holds = |bound: &Decimal| upper.iter().any(|own| own <= bound);
    all(other, least).iter().all(least_holds) && all(other, most).iter().all(most_holds)
}

fn numbers_are_within(one: &Schema, other: &Schema) -> bool {
    let whole = !one.types().has("fraction");
    let steps = |schema: &Schema| -> Vec<Decimal> {
        schema.object.all("multipleOf").filter_map(Decimal::of).collect()
    };
    let own = steps(one);
    let is_one = |step: &Decimal| step.floor() == Some(1) && step.is_whole();
    let mut wanted = steps(other).into_iter();
    Range::of(one, whole).is_within(&Range::of(other, whole))
        && formats::of_numbers_are_within(one, other)
        && wanted.all(|step| {
            whole && is_one(&step) || own.iter().any(|own| own.is_multiple(&step) == Some(true))
        })
}
