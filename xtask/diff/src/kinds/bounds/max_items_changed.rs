//! The longest list that is allowed.

use super::super::prelude::*;

pub static KIND: ChangeKind = ChangeKind {
    info: KindInfo {
        id: "max-items-changed",
        summary: "`maxItems`, the maximum length of a list, was added, removed or changed.",
        rationale: "Request: if the bound is stricter, the server rejects values that an old \
                    client may send. Response: if the bound is looser, the server may return \
                    values that an old client does not expect. Source: the Rust types have no \
                    bounds.",
        inverse: "max-items-changed",
    },
    check: Check::Object(&[ObjectKind::Schema], |pair, changes| {
        bounds::check(pair, changes, "maxItems", Limit::Upper);
    }),
    cases: &[
        Case::schema(
            "{type: array, items: {}, maxItems: 5}",
            "{type: array, items: {}, maxItems: 9}",
            &["max-items-changed (compatible, breaking, none) `maxItems` was 5, is 9"],
        ),
        Case::schema(
            "{type: array, items: {}}",
            "{type: array, items: {}, maxItems: 9}",
            &["max-items-changed (breaking, compatible, none) `maxItems` was added: 9"],
        ),
    ],
};
