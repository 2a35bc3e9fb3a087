//! Bounds of values: which of two allows more.

use spec::{Decimal, Node};

use super::changes::{Changes, shown};
use super::context::Allowed;
use super::impact::Level;
use super::pairs::ObjectPair;
use super::resolved_object::ResolvedObject;
use super::schema_types::types;

/// Whether a keyword is the most or the least that is allowed.
#[derive(Clone, Copy, PartialEq)]
pub enum Limit {
    Upper,
    Lower,
}

/// Checks a keyword that limits a length or a count.
pub fn check<'d>(pair: &ObjectPair<'d>, changes: &mut Changes<'d>, keyword: &str, limit: Limit) {
    // A length of at least 0 goes without saying.
    let own = |object: &ResolvedObject| {
        let bound = strictest(object.all(keyword), limit).map(|(value, _)| value);
        bound.filter(|value| value.is_positive() || limit == Limit::Upper)
    };
    let (was, is) = (own(&pair.base), own(&pair.head));
    let Some(allowed) = allowed(was.as_ref(), is.as_ref(), limit) else { return };
    let value = |object: &ResolvedObject| object.get(keyword).map(shown);
    changes.add(
        format!("`{keyword}`"),
        (value(&pair.base), value(&pair.head)),
        pair.locations_of(keyword),
        pair.context.values(allowed, Level::None),
    );
}

/// Checks `maximum` or `minimum`, and whether the limit itself is allowed.
pub fn check_range<'d>(pair: &ObjectPair<'d>, changes: &mut Changes<'d>, limit: Limit) {
    let (keyword, exclusive) = keywords(limit);
    let (was, is) = (range_of(&pair.base, limit), range_of(&pair.head, limit));
    let value = |bound: &Option<Bound<'d>>| bound.as_ref().map(|bound| bound.value.clone());
    let of_values = allowed(value(&was).as_ref(), value(&is).as_ref(), limit);
    let open = |bound: &Option<Bound>| bound.as_ref().is_some_and(|bound| bound.excluded);
    let of_limits = Allowed::of(!open(&was) && open(&is), open(&was) && !open(&is));
    let Some(allowed) = of_values.or(of_limits) else { return };
    let text = |bound: Option<Bound>| {
        let bound = bound?;
        Some(format!("{}{}", shown(bound.node), if bound.excluded { " (excluded)" } else { "" }))
    };
    let location = |object: &ResolvedObject<'d>| {
        object.location_of(if object.get(keyword).is_some() { keyword } else { exclusive })
    };
    let locations = (location(&pair.base), location(&pair.head));
    // A bound that the type does not hold makes it wider. A change of `type` says so itself.
    let is_same = types(&pair.base) == types(&pair.head);
    let source = if is_same { pair.type_level() } else { Level::None };
    let impact = pair.context.values(allowed, source);
    changes.add(format!("`{keyword}`"), (text(was), text(is)), locations, impact);
}

/// The bound of a range.
pub struct Bound<'d> {
    pub value: Decimal,
    node: Node<'d>,
    /// Whether the bound itself is not allowed.
    pub excluded: bool,
}

fn keywords(limit: Limit) -> (&'static str, &'static str) {
    match limit {
        Limit::Upper => ("maximum", "exclusiveMaximum"),
        Limit::Lower => ("minimum", "exclusiveMinimum"),
    }
}

/// Returns the bound of the numbers that a schema allows.
pub fn range_of<'d>(object: &ResolvedObject<'d>, limit: Limit) -> Option<Bound<'d>> {
    let (keyword, exclusive) = keywords(limit);
    let own = strictest(object.all(keyword), limit);
    let own = own.map(|(value, node)| {
        // `exclusiveMaximum: true` is about the `maximum` beside it.
        let is_excluded = |bound: Node| {
            let beside = bound.parent().and_then(|part| part.get(exclusive));
            beside.and_then(Node::as_bool) == Some(true)
        };
        let mut same =
            object.all(keyword).filter(|bound| Decimal::of(*bound).as_ref() == Some(&value));
        let excluded = same.any(is_excluded);
        Bound { value, node, excluded }
    });
    // A later version of OpenAPI has the limit itself there.
    let other = strictest(object.all(exclusive), limit);
    let other = other.map(|(value, node)| Bound { value, node, excluded: true });
    match (own, other) {
        (Some(own), Some(other)) => {
            let is_stricter = match limit {
                Limit::Upper => other.value <= own.value,
                Limit::Lower => other.value >= own.value,
            };
            Some(if is_stricter { other } else { own })
        }
        (own, other) => own.or(other),
    }
}

/// Whether a pattern says nothing. One that does not span lines is not told from one that does.
pub fn fits_all(pattern: &str) -> bool {
    matches!(pattern, "" | ".*" | "^.*" | ".*$" | "^.*$" | "[\\s\\S]*" | "^[\\s\\S]*$")
}

fn strictest<'d>(
    values: impl Iterator<Item = Node<'d>>,
    limit: Limit,
) -> Option<(Decimal, Node<'d>)> {
    let numbers = values.filter_map(|node| Some((Decimal::of(node)?, node)));
    match limit {
        Limit::Upper => numbers.min_by(|(one, _), (other, _)| one.cmp(other)),
        Limit::Lower => numbers.max_by(|(one, _), (other, _)| one.cmp(other)),
    }
}

fn allowed(was: Option<&Decimal>, is: Option<&Decimal>, limit: Limit) -> Option<Allowed> {
    let (narrower, wider) = match (was, is) {
        (None, is) => (is.is_some(), false),
        (Some(_), None) => (false, true),
        (Some(was), Some(is)) => match limit {
            Limit::Upper => (is < was, is > was),
            Limit::Lower => (is > was, is < was),
        },
    };
    Allowed::of(narrower, wider)
}
