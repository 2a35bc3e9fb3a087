//! The longest text that is allowed.

use super::super::prelude::*;

pub static KIND: ChangeKind = ChangeKind {
    info: KindInfo {
        id: "max-length-changed",
        summary: "`maxLength`, the maximum length of a string, was added, removed or changed.",
        rationale: "Request: if the bound is stricter, the server rejects values that an old \
                    client may send. Response: if the bound is looser, the server may return \
                    values that an old client does not expect. Source: the Rust types have no \
                    bounds.",
        inverse: "max-length-changed",
    },
    check: Check::Object(&[ObjectKind::Schema], |pair, changes| {
        bounds::check(pair, changes, "maxLength", Limit::Upper);
    }),
    cases: &[
        // All values of the list are shorter.
        Case::schema(
            "{type: string, enum: [a, b]}",
            "{type: string, enum: [a, b], maxLength: 9}",
            &["max-length-changed (none, none, none) `maxLength` was added: 9"],
        ),
        Case::schema(
            "{type: string, maxLength: 5}",
            "{type: string, maxLength: 9}",
            &["max-length-changed (compatible, breaking, none) `maxLength` was 5, is 9"],
        ),
        Case::schema(
            "{type: string}",
            "{type: string, maxLength: 9}",
            &["max-length-changed (breaking, compatible, none) `maxLength` was added: 9"],
        ),
        Case::schema(
            "{type: string, maxLength: 0}",
            "{type: string}",
            &["max-length-changed (compatible, breaking, none) `maxLength` was removed: 0"],
        ),
    ],
};
