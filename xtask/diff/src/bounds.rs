//! Bounds of values: which of two allows more.

use spec::Node;

use super::changes::{Changes, shown};
use super::context::Allowed;
use super::impact::Level;
use super::pairs::ObjectPair;
use super::resolved_object::ResolvedObject;

/// Whether a keyword is the most or the least that is allowed.
#[derive(Clone, Copy, PartialEq)]
pub enum Bound {
    Upper,
    Lower,
}

/// Looks at a keyword that limits a length or a count.
///
/// What it limits may be of a type that has none; then the document is at fault, and to be on the
/// safe side it counts as if it applied.
pub fn check<'d>(pair: &ObjectPair<'d>, changes: &mut Changes<'d>, keyword: &str, bound: Bound) {
    // A length of at least 0 goes without saying.
    let own = |side: &ResolvedObject| {
        strictest(side.all(keyword), bound).filter(|value| *value > 0.0 || bound == Bound::Upper)
    };
    let (was, is) = (own(&pair.base), own(&pair.head));
    let Some(allowed) = allowed(was, is, bound) else { return };
    let value = |side: &ResolvedObject| side.get(keyword).map(shown);
    changes.add(
        format!("`{keyword}`"),
        (value(&pair.base), value(&pair.head)),
        pair.locations_of(keyword),
        pair.context.values(allowed, Level::None),
    );
}

/// Looks at `maximum` or `minimum`, and at whether the limit itself is allowed.
pub fn check_range<'d>(pair: &ObjectPair<'d>, changes: &mut Changes<'d>, bound: Bound) {
    let (keyword, exclusive) = match bound {
        Bound::Upper => ("maximum", "exclusiveMaximum"),
        Bound::Lower => ("minimum", "exclusiveMinimum"),
    };
    let range = |side: &ResolvedObject| {
        let own = strictest(side.all(keyword), bound).map(|bound| (bound, side.is_true(exclusive)));
        // A later version of OpenAPI has the limit itself there.
        let other = strictest(side.all(exclusive), bound).map(|bound| (bound, true));
        match (own, other) {
            (Some(own), Some(other)) => {
                let stricter = match bound {
                    Bound::Upper => other.0 <= own.0,
                    Bound::Lower => other.0 >= own.0,
                };
                Some(if stricter { other } else { own })
            }
            (own, other) => own.or(other),
        }
    };
    let (was, is) = (range(&pair.base), range(&pair.head));
    let limits = allowed(was.map(|(value, _)| value), is.map(|(value, _)| value), bound);
    let open = |range: Option<(f64, bool)>| range.is_some_and(|(_, exclusive)| exclusive);
    let allowed = limits.or_else(|| Allowed::of(!open(was) && open(is), open(was) && !open(is)));
    let Some(allowed) = allowed else { return };
    let value = |range: Option<(f64, bool)>| {
        range.map(|(value, exclusive)| {
            format!("{value}{}", if exclusive { " (excluded)" } else { "" })
        })
    };
    let key = |side: &ResolvedObject| if side.get(keyword).is_some() { keyword } else { exclusive };
    let places = (pair.base.location_of(key(&pair.base)), pair.head.location_of(key(&pair.head)));
    let impact = pair.context.values(allowed, Level::None);
    changes.add(format!("`{keyword}`"), (value(was), value(is)), places, impact);
}

fn strictest<'d>(values: impl Iterator<Item = Node<'d>>, bound: Bound) -> Option<f64> {
    let numbers = values.filter_map(Node::as_f64).filter(|number| number.is_finite());
    numbers.reduce(|one, other| match bound {
        Bound::Upper => one.min(other),
        Bound::Lower => one.max(other),
    })
}

fn allowed(was: Option<f64>, is: Option<f64>, bound: Bound) -> Option<Allowed> {
    let unbounded = match bound {
        Bound::Upper => f64::INFINITY,
        Bound::Lower => f64::NEG_INFINITY,
    };
    let (was, is) = (was.unwrap_or(unbounded), is.unwrap_or(unbounded));
    match bound {
        Bound::Upper => Allowed::of(is < was, is > was),
        Bound::Lower => Allowed::of(is > was, is < was),
    }
}
