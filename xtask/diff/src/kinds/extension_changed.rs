//! An extension that we do not know.

use super::*;
use mapping::extensions::{EXTENSIBLE_ENUM, GUARANTEED, PAGINATION, RESULTS, SUNSET};

pub static KIND: Kind = Kind {
    id: "extension-changed",
    what: "A member `x-…` that has no kind of its own came, went, or changed.",
    why: "Extensions mean what their readers take them for. Our client has no use for it, but others \
          may.",
    mirror: "extension-changed",
    check: Check::Object(Object::ALL, check),
    cases: &[Case::schema(
        "{type: string}",
        "{type: string, x-a: 1}",
        &["extension-changed (risky, risky, none) `x-a` is new: 1"],
    )],
};

/// Whether another kind looks at an extension.
fn is_known(object: Object, key: &str) -> bool {
    match key {
        EXTENSIBLE_ENUM => object == Object::Schema,
        PAGINATION => object == Object::Operation,
        GUARANTEED | RESULTS => object == Object::Response,
        SUNSET => sunset_changed::OBJECTS.contains(&object),
        _ => false,
    }
}

fn check<'d>(pair: &Pair<'d>, changes: &mut Changes<'d>) {
    for key in fields::keys(pair) {
        if !key.starts_with("x-") || is_known(pair.object, key) {
            continue;
        }
        let (was, is): (Vec<_>, Vec<_>) =
            (pair.base.all(key).collect(), pair.head.all(key).collect());
        if !same_set(&was, &is) {
            let value = |nodes: &[Node]| nodes.first().copied().map(shown);
            let verdicts = pair.reach.verdicts(Level::Risky, Level::None);
            changes.add(
                format!("`{key}`"),
                (value(&was), value(&is)),
                pair.places_of(key),
                verdicts,
            );
        }
    }
}
