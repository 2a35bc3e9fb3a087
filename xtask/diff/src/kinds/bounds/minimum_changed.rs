//! The smallest number that is allowed.

use super::super::prelude::*;

pub static KIND: ChangeKind = ChangeKind {
    info: KindInfo {
        id: "minimum-changed",
        summary: "`minimum`, the smallest number that is allowed, was added, removed or changed, \
                  or `exclusiveMinimum` changed.",
        rationale: "Request: if the bound is stricter, the server rejects values that an old \
                    client may send. Response: if the bound is looser, the server may return \
                    values that an old client does not expect. Source: an integer gets another \
                    Rust type if its type cannot hold the bound.",
        inverse: "minimum-changed",
    },
    check: Check::Object(&[ObjectKind::Schema], |pair, changes| {
        bounds::check_range(pair, changes, Limit::Lower);
    }),
    cases: &[
        // No integer is between them.
        Case::schema(
            "{type: integer, minimum: 0, exclusiveMinimum: true}",
            "{type: integer, minimum: 1}",
            &["minimum-changed (none, none, none) `minimum` was 0 (excluded), is 1"],
        ),
        Case::schema(
            "{type: integer, minimum: 5}",
            "{type: integer, minimum: 9}",
            &["minimum-changed (breaking, compatible, none) `minimum` was 5, is 9"],
        ),
        Case::schema(
            "{type: integer}",
            "{type: integer, minimum: 9}",
            &["minimum-changed (breaking, compatible, none) `minimum` was added: 9"],
        ),
        Case::schema(
            "{type: integer, minimum: 5}",
            "{type: integer, minimum: 5, exclusiveMinimum: true}",
            &["minimum-changed (breaking, compatible, none) `minimum` was 5, is 5 (excluded)"],
        ),
    ],
};
