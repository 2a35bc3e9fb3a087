//! The most members that is allowed.

use super::super::prelude::*;

pub static KIND: ChangeKind = ChangeKind {
    info: KindInfo {
        id: "max-properties-changed",
        summary: "`maxProperties`, the maximum number of properties, was added, removed or \
                  changed.",
        rationale: "Request: if the bound is stricter, the server rejects values that an old \
                    client may send. Response: if the bound is looser, the server may return \
                    values that an old client does not expect. Source: the Rust types have no \
                    bounds.",
        inverse: "max-properties-changed",
    },
    check: Check::Object(&[ObjectKind::Schema], |pair, changes| {
        bounds::check(pair, changes, "maxProperties", Limit::Upper);
    }),
    cases: &[
        Case::schema(
            "{type: object, maxProperties: 5}",
            "{type: object, maxProperties: 9}",
            &["max-properties-changed (compatible, breaking, none) `maxProperties` was 5, is 9"],
        ),
        Case::schema(
            "{type: object}",
            "{type: object, maxProperties: 9}",
            &["max-properties-changed (breaking, compatible, none) `maxProperties` was added: 9"],
        ),
    ],
};
