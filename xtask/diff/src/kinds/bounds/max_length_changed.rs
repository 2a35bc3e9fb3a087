//! The longest text that is allowed.

use super::super::prelude::*;

pub static KIND: ChangeKind = ChangeKind {
    info: KindInfo {
        id: "max-length-changed",
        summary: "`maxLength`, the longest text that is allowed, came, went, or is another one.",
        rationale: "Request: an old client may send what is refused now, if the bound got \
                    stricter. Response: it may get more than it has room for, if the bound got \
                    looser. The Rust types have no bounds.",
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
            &["max-length-changed (none, none, none) `maxLength` is new: 9"],
        ),
        Case::schema(
            "{type: string, maxLength: 5}",
            "{type: string, maxLength: 9}",
            &["max-length-changed (compatible, breaking, none) `maxLength` was 5, is 9"],
        ),
        Case::schema(
            "{type: string}",
            "{type: string, maxLength: 9}",
            &["max-length-changed (breaking, compatible, none) `maxLength` is new: 9"],
        ),
        Case::schema(
            "{type: string, maxLength: 0}",
            "{type: string}",
            &["max-length-changed (compatible, breaking, none) `maxLength` is gone, was 0"],
        ),
    ],
};
