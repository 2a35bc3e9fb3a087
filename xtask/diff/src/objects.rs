//! The properties of objects.

use super::changes::shown;
use super::impact::{Reach, Travels};
use super::pairs::Pair;
use super::properties::Properties;
use super::resolved_object::{Place, Side};
use super::rust_type;

/// Whether an object can have no properties but the named ones.
pub fn is_closed(schema: &Side) -> bool {
    schema.all("additionalProperties").any(|value| value.as_bool() == Some(false))
}

/// How a property is reached: in one direction some do not travel.
pub fn reach_of(reach: Reach, property: &Side) -> Reach {
    let hidden = if reach.is_request() { "readOnly" } else { "writeOnly" };
    let travels = if property.says(hidden) { Travels::Never } else { reach.travels };
    Reach { travels, ..reach }
}

/// What a change of a property is about.
pub fn subject(object: &Properties, name: &str) -> String {
    let required = if object.requires(name) { "required" } else { "optional" };
    format!("{required} property `{name}`")
}

/// The type of a value in a word.
pub fn type_of(schema: &Side) -> String {
    let types: Vec<_> = rust_type::types(schema).into_iter().collect();
    let choice = || schema.choices().next().map(|_| "a choice".to_owned());
    let listed = || schema.get("enum").map(shown);
    match types.as_slice() {
        [] => choice().or_else(listed).unwrap_or_else(|| "any".to_owned()),
        types => types.join(" or "),
    }
}

/// Where a property is said to be required, or is not.
pub fn requirement_places<'d>(
    pair: &Pair<'d>,
    (was, is): (&Properties<'d>, &Properties<'d>),
    name: &str,
) -> (Place<'d>, Place<'d>) {
    let place = |side: &Side<'d>, properties: &Properties<'d>| {
        properties.requirement(name).map_or(Place::missing_in(side.anchor()), Place::at)
    };
    (place(&pair.base, was), place(&pair.head, is))
}
