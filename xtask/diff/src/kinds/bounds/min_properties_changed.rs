//! The fewest members that is allowed.

use super::super::prelude::*;

pub static KIND: ChangeKind = ChangeKind {
    info: KindInfo {
        id: "min-properties-changed",
        summary: "`minProperties`, the minimum number of properties, was added, removed or \
                  changed.",
        rationale: "Request: if the bound is stricter, the server rejects values that an old \
                    client may send. Response: if the bound is looser, the server may return \
                    values that an old client does not expect. Source: the Rust types have no \
                    bounds.",
        inverse: "min-properties-changed",
    },
    check: Check::Object(&[ObjectKind::Schema], |pair, changes| {
        bounds::check(pair, changes, "minProperties", Limit::Lower);
    }),
    cases: &[
        Case::schema(
            "{type: object, minProperties: 5}",
            "{type: object, minProperties: 9}",
            &["min-properties-changed (breaking, compatible, none) `minProperties` was 5, is 9"],
        ),
        Case::schema(
            "{type: object}",
            "{type: object, minProperties: 9}",
            &["min-properties-changed (breaking, compatible, none) `minProperties` was added: 9"],
        ),
    ],
};
