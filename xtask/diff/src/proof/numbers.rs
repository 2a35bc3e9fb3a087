//! Ranges of numbers.

use spec::{Decimal, Node};

use super::super::bounds::{Limit, range_of};
use super::formats;
use super::schema::Schema;

/// The numbers from a bound to another.
#[derive(Debug)]
pub struct Range {
    lower: Option<Bound>,
    upper: Option<Bound>,
}

/// A bound, and whether it is excluded.
type Bound = (Decimal, bool);

impl Range {
    /// The range of the numbers of a schema, or only of the whole ones.
    pub fn of(schema: &Schema, whole: bool) -> Self {
        let [lower, upper] = [Limit::Lower, Limit::Upper].map(|limit| {
            let bound = range_of(&schema.object, limit);
            let bound = bound.map(|bound| (bound.value, bound.excluded));
            bound.map(|bound| if whole { rounded(bound, limit) } else { bound })
        });
        let formats = formats::ranges(schema).filter(|_| whole);
        formats.fold(Self { lower, upper }, |range, (least, most)| {
            let [least, most] = [least, most].map(|bound| Decimal::parse(&bound.to_string()));
            let stricter = |own: Option<Bound>, other: Option<Decimal>, limit| match (own, other) {
                (Some(own), Some(other)) => {
                    let other = (other, false);
                    Some(if implies(&own, &other, limit) { own } else { other })
                }
                (own, other) => own.or(other.map(|other| (other, false))),
            };
            Self {
                lower: stricter(range.lower, least, Limit::Lower),
                upper: stricter(range.upper, most, Limit::Upper),
            }
        })
    }

    pub fn is_within(&self, other: &Self) -> bool {
        let holds = |own: &Option<Bound>, other: &Option<Bound>, limit| match (own, other) {
            (_, None) => true,
            (None, Some(_)) => false,
            (Some(own), Some(other)) => implies(own, other, limit),
        };
        holds(&self.lower, &other.lower, Limit::Lower)
            && holds(&self.upper, &other.upper, Limit::Upper)
    }

    /// Whether no number is in both.
    pub fn is_apart_from(&self, other: &Self) -> bool {
        let below = |one: &Self, other: &Self| match (&one.upper, &other.lower) {
            (Some((most, excluded)), Some((least, _))) if most == least => *excluded,
            (Some((most, _)), Some((least, _))) => most < least,
            _ => false,
        };
        below(self, other) || below(other, self)
    }

    /// Whether a number is in the range.
    pub fn has(&self, number: &Decimal) -> bool {
        let bound = (number.clone(), false);
        let only = Self { lower: Some(bound.clone()), upper: Some(bound) };
        only.is_within(self)
    }
}

/// Whether what is on the right side of one bound is on the right side of the other.
fn implies((own, excluded): &Bound, (other, is_excluded): &Bound, limit: Limit) -> bool {
    match limit {
        _ if own == other => *excluded || !is_excluded,
        Limit::Lower => own > other,
        Limit::Upper => own < other,
    }
}

/// The bound of the whole numbers, which is one of them.
fn rounded((bound, excluded): Bound, limit: Limit) -> Bound {
    let whole = |floor: i128| match (limit, bound.is_whole()) {
        (_, true) if !excluded => floor,
        (Limit::Lower, _) => floor + 1,
        (Limit::Upper, true) => floor - 1,
        (Limit::Upper, false) => floor,
    };
    let number = bound.floor().and_then(|floor| Decimal::parse(&whole(floor).to_string()));
    number.map_or((bound, excluded), |number| (number, false))
}

/// Whether a number is whole, as a value of type `integer` is.
pub fn is_whole(value: Node) -> bool {
    Decimal::of(value).is_some_and(|number| number.is_whole())
}
