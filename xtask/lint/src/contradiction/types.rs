//! Types that exclude each other.

use std::collections::BTreeSet;

use spec::Node;

use super::found::Contradiction;
use crate::object_index::ObjectIndex;

/// Returns the types that schemas name.
pub fn named<'d>(index: &ObjectIndex<'d>, schemas: &[Node<'d>]) -> BTreeSet<&'d str> {
    schemas.iter().filter_map(|schema| index.choice(*schema, "type")).collect()
}

/// Returns the contradiction of schemas of different types. An integer is a number.
pub fn exclusive<'d>(index: &ObjectIndex<'d>, schemas: &[Node<'d>]) -> Option<Contradiction> {
    let types = named(index, schemas);
    let is_number = |kind: &&str| matches!(*kind, "integer" | "number");
    if types.len() < 2 || types.iter().all(is_number) {
        return None;
    }
    let types: Vec<&str> = types.into_iter().collect();
    Some(Contradiction::new(format!("no value is all of `{}`", types.join("`, `"))))
}
