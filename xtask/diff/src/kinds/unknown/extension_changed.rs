//! An extension that we do not know.

use mapping::extensions::{EXTENSIBLE_ENUM, GUARANTEED, PAGINATION, RESULTS, SUNSET, TIMESTAMP};

use super::super::prelude::*;
use super::super::texts::sunset_changed;

pub static KIND: ChangeKind = ChangeKind {
    info: KindInfo {
        id: "extension-changed",
        summary: "An extension `x-…` without a kind of its own was added, removed or changed.",
        rationale: "The meaning of an extension depends on the tools that read it. The generated \
                    client does not use it, but other tools may.",
        inverse: "extension-changed",
    },
    check: Check::Object(&ObjectKind::ALL, check),
    cases: &[Case::schema(
        "{type: string}",
        "{type: string, x-a: 1}",
        &["extension-changed (risky, risky, none) `x-a` was added: 1"],
    )],
};

/// Whether another kind checks an extension.
fn is_known(object: ObjectKind, key: &str) -> bool {
    match key {
        EXTENSIBLE_ENUM | TIMESTAMP => object == ObjectKind::Schema,
        PAGINATION => object == ObjectKind::Operation,
        GUARANTEED | RESULTS => object == ObjectKind::Response,
        SUNSET => sunset_changed::OBJECTS.contains(&object),
        _ => false,
    }
}

fn check<'d>(pair: &ObjectPair<'d>, changes: &mut Changes<'d>) {
    for key in fields::keys(pair) {
        if !key.starts_with("x-") || is_known(pair.kind, key) {
            continue;
        }
        let (was, is): (Vec<_>, Vec<_>) =
            (pair.base.all(key).collect(), pair.head.all(key).collect());
        if !same_set(&was, &is) {
            let value = |nodes: &[Node]| nodes.first().copied().map(shown);
            let impact = pair.context.impact(Level::Risky, Level::None);
            changes.add(
                format!("`{key}`"),
                (value(&was), value(&is)),
                pair.locations_of(key),
                impact,
            );
        }
    }
}
