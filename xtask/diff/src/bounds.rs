//! Bounds of values: which of two allows more.

use spec::Node;

use super::changes::{Changes, shown};
use super::context::Effect;
use super::impact::Level;
use super::pairs::Pair;
use super::resolved_object::Side;

/// Whether a keyword is the most or the least that is allowed.
#[derive(Clone, Copy, PartialEq)]
pub enum Limit {
    Most,
    Least,
}

/// Looks at a keyword that limits a length or a count.
///
/// What it limits may be of a type that has none; then the document is at fault, and to be on the
/// safe side it counts as if it applied.
pub fn check<'d>(pair: &Pair<'d>, changes: &mut Changes<'d>, keyword: &str, limit: Limit) {
    // A length of at least 0 goes without saying.
    let own = |side: &Side| {
        strictest(side.all(keyword), limit).filter(|bound| *bound > 0.0 || limit == Limit::Most)
    };
    let (was, is) = (own(&pair.base), own(&pair.head));
    let Some(effect) = effect(was, is, limit) else { return };
    let value = |side: &Side| side.get(keyword).map(shown);
    changes.add(
        format!("`{keyword}`"),
        (value(&pair.base), value(&pair.head)),
        pair.places_of(keyword),
        pair.reach.values(effect, Level::None),
    );
}

/// Looks at `maximum` or `minimum`, and at whether the limit itself is allowed.
pub fn check_range<'d>(pair: &Pair<'d>, changes: &mut Changes<'d>, limit: Limit) {
    let (keyword, exclusive) = match limit {
        Limit::Most => ("maximum", "exclusiveMaximum"),
        Limit::Least => ("minimum", "exclusiveMinimum"),
    };
    let range = |side: &Side| {
        let own = strictest(side.all(keyword), limit).map(|limit| (limit, side.says(exclusive)));
        // A later version of OpenAPI has the limit itself there.
        let other = strictest(side.all(exclusive), limit).map(|limit| (limit, true));
        match (own, other) {
            (Some(own), Some(other)) => {
                let stricter = match limit {
                    Limit::Most => other.0 <= own.0,
                    Limit::Least => other.0 >= own.0,
                };
                Some(if stricter { other } else { own })
            }
            (own, other) => own.or(other),
        }
    };
    let (was, is) = (range(&pair.base), range(&pair.head));
    let limits = effect(was.map(|(value, _)| value), is.map(|(value, _)| value), limit);
    let open = |range: Option<(f64, bool)>| range.is_some_and(|(_, exclusive)| exclusive);
    let effect = limits.or_else(|| Effect::of(!open(was) && open(is), open(was) && !open(is)));
    let Some(effect) = effect else { return };
    let value = |range: Option<(f64, bool)>| {
        range.map(|(value, exclusive)| {
            format!("{value}{}", if exclusive { " (excluded)" } else { "" })
        })
    };
    let key = |side: &Side| if side.get(keyword).is_some() { keyword } else { exclusive };
    let places = (pair.base.place_of(key(&pair.base)), pair.head.place_of(key(&pair.head)));
    let verdicts = pair.reach.values(effect, Level::None);
    changes.add(format!("`{keyword}`"), (value(was), value(is)), places, verdicts);
}

fn strictest<'d>(values: impl Iterator<Item = Node<'d>>, limit: Limit) -> Option<f64> {
    let numbers = values.filter_map(Node::as_f64).filter(|number| number.is_finite());
    numbers.reduce(|one, other| match limit {
        Limit::Most => one.min(other),
        Limit::Least => one.max(other),
    })
}

fn effect(was: Option<f64>, is: Option<f64>, limit: Limit) -> Option<Effect> {
    let unbounded = match limit {
        Limit::Most => f64::INFINITY,
        Limit::Least => f64::NEG_INFINITY,
    };
    let (was, is) = (was.unwrap_or(unbounded), is.unwrap_or(unbounded));
    match limit {
        Limit::Most => Effect::of(is < was, is > was),
        Limit::Least => Effect::of(is > was, is < was),
    }
}
