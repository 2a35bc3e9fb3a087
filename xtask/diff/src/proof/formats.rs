//! The formats of texts and numbers.

use spec::Node;

use super::schema::Schema;

/// The formats of a schema; `password` is no other set of values.
fn formats<'d>(schema: &Schema<'d>) -> impl Iterator<Item = &'d str> {
    schema.object.all("format").filter_map(Node::as_str).filter(|format| *format != "password")
}

/// Whether texts of one schema have the formats of another.
pub fn are_within(one: &Schema, other: &Schema) -> bool {
    formats(other).all(|format| formats(one).any(|known| known == format))
}

/// The same for numbers. The formats of integers that are ranges are compared as such.
pub fn of_numbers_are_within(one: &Schema, other: &Schema) -> bool {
    let whole = !one.types().has("fraction");
    formats(other).all(|format| {
        let mut own = formats(one);
        match format {
            _ if whole && range(format).is_some() => true,
            "double" => own.any(|own| matches!(own, "double" | "float")),
            format => own.any(|own| own == format),
        }
    })
}

/// The least and the greatest integer of a format.
pub fn range(format: &str) -> Option<(i128, i128)> {
    match format {
        "int32" => Some((i32::MIN.into(), i32::MAX.into())),
        "int64" => Some((i64::MIN.into(), i64::MAX.into())),
        _ => None,
    }
}

/// The ranges that the formats of a schema are.
pub fn ranges(schema: &Schema) -> impl Iterator<Item = (i128, i128)> {
    formats(schema).filter_map(range)
}
