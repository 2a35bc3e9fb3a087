//! Bounds of values: which of two allows more.

use spec::{Decimal, Node};

use super::changes::{Changes, shown};
use super::pair::Pair;
use super::side::Side;
use super::verdict::{Effect, Level};

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
        let bound = strictest(side.all(keyword), limit).map(|(bound, _)| bound);
        bound.filter(|bound| bound.is_positive() || limit == Limit::Most)
    };
    let (was, is) = (own(&pair.base), own(&pair.head));
    let Some(effect) = effect(was.as_ref(), is.as_ref(), limit) else { return };
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
    let range = |side: &Side<'d>| {
        let own = strictest(side.all(keyword), limit);
        let own = own.map(|(bound, node)| Bound { bound, node, excluded: side.says(exclusive) });
        // A later version of OpenAPI has the limit itself there.
        let other = strictest(side.all(exclusive), limit);
        let other = other.map(|(bound, node)| Bound { bound, node, excluded: true });
        match (own, other) {
            (Some(own), Some(other)) => {
                let is_stricter = match limit {
                    Limit::Most => other.bound <= own.bound,
                    Limit::Least => other.bound >= own.bound,
                };
                Some(if is_stricter { other } else { own })
            }
            (own, other) => own.or(other),
        }
    };
    let (was, is) = (range(&pair.base), range(&pair.head));
    let bound = |range: &'_ Option<Bound<'d>>| range.as_ref().map(|range| range.bound.clone());
    let limits = effect(bound(&was).as_ref(), bound(&is).as_ref(), limit);
    let open = |range: &Option<Bound>| range.as_ref().is_some_and(|range| range.excluded);
    let effect = limits.or_else(|| Effect::of(!open(&was) && open(&is), open(&was) && !open(&is)));
    let Some(effect) = effect else { return };
    let value = |range: Option<Bound>| {
        let range = range?;
        Some(format!("{}{}", shown(range.node), if range.excluded { " (excluded)" } else { "" }))
    };
    let key = |side: &Side| if side.get(keyword).is_some() { keyword } else { exclusive };
    let places = (pair.base.place_of(key(&pair.base)), pair.head.place_of(key(&pair.head)));
    let verdicts = pair.reach.values(effect, Level::None);
    changes.add(format!("`{keyword}`"), (value(was), value(is)), places, verdicts);
}

/// The limit of a range.
struct Bound<'d> {
    bound: Decimal,
    node: Node<'d>,
    /// Whether the limit itself is not allowed.
    excluded: bool,
}

fn strictest<'d>(
    values: impl Iterator<Item = Node<'d>>,
    limit: Limit,
) -> Option<(Decimal, Node<'d>)> {
    let numbers = values.filter_map(|node| Some((Decimal::of(node)?, node)));
    match limit {
        Limit::Most => numbers.min_by(|(one, _), (other, _)| one.cmp(other)),
        Limit::Least => numbers.max_by(|(one, _), (other, _)| one.cmp(other)),
    }
}

fn effect(was: Option<&Decimal>, is: Option<&Decimal>, limit: Limit) -> Option<Effect> {
    let (narrower, wider) = match (was, is) {
        (None, is) => (is.is_some(), false),
        (Some(_), None) => (false, true),
        (Some(was), Some(is)) => match limit {
            Limit::Most => (is < was, is > was),
            Limit::Least => (is > was, is < was),
        },
    };
    Effect::of(narrower, wider)
}
