//! Bounds of different schemas that leave no value.

use std::cmp::Ordering;
use std::collections::HashSet;

use spec::{Decimal, Node};

use super::found::Contradiction;
use super::types;
use crate::object_index::ObjectIndex;
use crate::words;

/// A lower bound, the upper one, and the types that they apply to.
pub const PAIRS: [(&str, &str, &[&str]); 4] = [
    ("minimum", "maximum", &["integer", "number"]),
    ("minLength", "maxLength", &["string"]),
    ("minItems", "maxItems", &["array"]),
    ("minProperties", "maxProperties", &["object"]),
];

/// Returns the contradiction of bounds that are in different schemas.
pub fn crossed<'d>(index: &ObjectIndex<'d>, schemas: &[Node<'d>]) -> Option<Contradiction> {
    let named = types::named(index, schemas);
    // A keyword for another type has no effect.
    let applies =
        |types: &[&str]| named.is_empty() || types.iter().any(|kind| named.contains(kind));
    let pairs = PAIRS.iter().filter(|(.., types)| applies(types));
    let crossed = pairs.filter_map(|(low, high, _)| crossed_pair(schemas, low, high)).next();
    crossed.or_else(|| if applies(&["object"]) { too_many_required(schemas) } else { None })
}

fn crossed_pair(schemas: &[Node], low: &str, high: &str) -> Option<Contradiction> {
    let (least, below) = bounds(schemas, low).max_by(|(one, _), (other, _)| one.cmp(other))?;
    let (most, above) = bounds(schemas, high).min_by(|(one, _), (other, _)| one.cmp(other))?;
    let excludes = |field: &str, value: &Decimal, flag: &str| {
        bounds(schemas, field).any(|(bound, schema)| {
            bound == *value && schema.get(flag).and_then(Node::as_bool) == Some(true)
        })
    };
    let leaves_none = match least.cmp(&most) {
        Ordering::Less => false,
        Ordering::Greater => true,
        Ordering::Equal => {
            low == "minimum"
                && (excludes(low, &least, "exclusiveMinimum")
                    || excludes(high, &most, "exclusiveMaximum"))
        }
    };
    let text = |schema: Node, field: &str| {
        format!("`{field}` {} of {}", number(schema, field), words::schema(schema))
    };
    // What one schema says against itself is a diagnostic of another rule.
    (leaves_none && below != above).then(|| Contradiction {
        message: format!("{} and {} leave no value", text(below, low), text(above, high)),
        help: Some(format!("lower `{low}`, or raise `{high}`")),
    })
}

/// Fewer properties allowed than required.
fn too_many_required(schemas: &[Node]) -> Option<Contradiction> {
    let (most, owner) =
        bounds(schemas, "maxProperties").min_by(|(one, _), (other, _)| one.cmp(other))?;
    let is_above =
        |count: usize| Decimal::parse(&count.to_string()).is_some_and(|count| count > most);
    let all: HashSet<&str> = schemas.iter().flat_map(|schema| required(*schema)).collect();
    (is_above(all.len()) && !is_above(required(owner).len())).then(|| {
        let most = number(owner, "maxProperties");
        let owner = words::schema(owner);
        let count = all.len();
        Contradiction::new(format!(
            "the parts require {count} properties, and `maxProperties` of {owner} is {most}"
        ))
    })
}

/// The names that a schema requires.
fn required<'d>(schema: Node<'d>) -> HashSet<&'d str> {
    schema.get("required").into_iter().flat_map(Node::items).filter_map(Node::as_str).collect()
}

fn bounds<'d>(schemas: &[Node<'d>], field: &str) -> impl Iterator<Item = (Decimal, Node<'d>)> {
    schemas.iter().filter_map(move |schema| Some((Decimal::of(schema.get(field)?)?, *schema)))
}

/// A number as it is written.
fn number<'d>(schema: Node<'d>, field: &str) -> &'d str {
    schema.get(field).and_then(Node::number_text).unwrap_or_default()
}
