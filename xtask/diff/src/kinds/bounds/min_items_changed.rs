//! The shortest list that is allowed.

use super::super::prelude::*;

pub static KIND: ChangeKind = ChangeKind {
    info: KindInfo {
        id: "min-items-changed",
        summary: "`minItems`, the minimum length of a list, was added, removed or changed.",
        rationale: "Request: if the bound is stricter, the server rejects values that an old \
                    client may send. Response: if the bound is looser, the server may return \
                    values that an old client does not expect. Source: the Rust types have no \
                    bounds.",
        inverse: "min-items-changed",
    },
    check: Check::Object(&[ObjectKind::Schema], |pair, changes| {
        bounds::check(pair, changes, "minItems", Limit::Lower);
    }),
    cases: &[
        Case::schema(
            "{type: array, items: {}, minItems: 5}",
            "{type: array, items: {}, minItems: 9}",
            &["min-items-changed (breaking, compatible, none) `minItems` was 5, is 9"],
        ),
        Case::schema(
            "{type: array, items: {}}",
            "{type: array, items: {}, minItems: 9}",
            &["min-items-changed (breaking, compatible, none) `minItems` was added: 9"],
        ),
    ],
};
