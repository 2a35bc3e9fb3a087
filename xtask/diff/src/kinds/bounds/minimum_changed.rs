//! The smallest number that is allowed.

use super::super::prelude::*;

pub static KIND: ChangeKind = ChangeKind {
    info: KindInfo {
        id: "minimum-changed",
        summary: "`minimum`, the smallest number that is allowed, came, went or is another one, or \
                  `exclusiveMinimum` changed.",
        rationale: "Request: an old client may send what is refused now, if the bound got \
                    stricter. Response: it may get more than it has room for, if the bound got \
                    looser. Source: an integer has another Rust type \
                    if its type did not hold the new bound.",
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
            &["minimum-changed (breaking, compatible, none) `minimum` is new: 9"],
        ),
        Case::schema(
            "{type: integer, minimum: 5}",
            "{type: integer, minimum: 5, exclusiveMinimum: true}",
            &["minimum-changed (breaking, compatible, none) `minimum` was 5, is 5 (excluded)"],
        ),
    ],
};
