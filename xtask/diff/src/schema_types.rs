//! The JSON types that a schema allows.

use std::collections::BTreeSet;

use spec::Node;

use super::changes::shown;
use super::resolved_object::ResolvedObject;

/// The types that a schema allows; none if it does not say.
pub fn types<'d>(schema: &ResolvedObject<'d>) -> BTreeSet<&'d str> {
    let mut allowed: Option<BTreeSet<&str>> = None;
    for value in schema.all("type") {
        let of_value = value.as_str().into_iter().chain(value.items().filter_map(Node::as_str));
        let of_value: BTreeSet<_> = of_value.filter(|name| *name != "null").collect();
        allowed = Some(match allowed {
            Some(known) => known.intersection(&of_value).copied().collect(),
            None => of_value,
        });
    }
    allowed.unwrap_or_default()
}

/// Whether a value of a type is one of these types, too.
///
/// In a text, such as a query, every number and truth value is a string.
pub fn allows(types: &BTreeSet<&str>, name: &str, text: bool) -> bool {
    types.contains(name)
        || name == "integer" && types.contains("number")
        || text && types.contains("string") && matches!(name, "boolean" | "integer" | "number")
}

/// Whether no value of one schema is of a type of the other.
pub fn types_disjoint(base: &ResolvedObject, head: &ResolvedObject, text: bool) -> bool {
    let (was, is) = (types(base), types(head));
    let none_of = |some: &BTreeSet<&str>, all: &BTreeSet<&str>| {
        !some.is_empty() && !all.is_empty() && !some.iter().any(|name| allows(all, name, text))
    };
    none_of(&was, &is) && none_of(&is, &was)
}

/// The type of a value in a word.
pub fn type_of(schema: &ResolvedObject) -> String {
    let types: Vec<_> = types(schema).into_iter().collect();
    let choice = || schema.choices().next().map(|_| "a choice".to_owned());
    let listed = || schema.get("enum").map(shown);
    match types.as_slice() {
        [] => choice().or_else(listed).unwrap_or_else(|| "any".to_owned()),
        types => types.join(" or "),
    }
}
