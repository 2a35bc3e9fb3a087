//! Examples.

use super::super::prelude::*;

pub static KIND: ChangeKind = ChangeKind {
    info: KindInfo {
        id: "example-changed",
        summary: "`example` or `examples` changed.",
        rationale: "No client is affected. Generated tests use the examples.",
        inverse: "example-changed",
    },
    check: Check::Object(
        &[
            ObjectKind::Components,
            ObjectKind::Schema,
            ObjectKind::MediaType,
            ObjectKind::Parameter,
            ObjectKind::Header,
        ],
        check,
    ),
    cases: &[Case::schema(
        "{type: string, example: a}",
        "{type: string, example: b}",
        &["example-changed (none, none, none) `example` was \"a\", is \"b\""],
    )],
};

fn check<'d>(pair: &ObjectPair<'d>, changes: &mut Changes<'d>) {
    for key in ["example", "examples"] {
        let (was, is) = (pair.base.get(key), pair.head.get(key));
        if !same_or_absent(was, is) {
            let values = (was.map(shown), is.map(shown));
            changes.add(format!("`{key}`"), values, pair.locations_of(key), Impact::NONE);
        }
    }
}
