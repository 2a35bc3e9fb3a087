//! The most members that is allowed.

use super::super::prelude::*;

pub static KIND: ChangeKind = ChangeKind {
    info: KindInfo {
        id: "max-properties-changed",
        summary: "`maxProperties`, the most members that are allowed, came, went, or is another \
                  one.",
        rationale: "Request: an old client may send what is refused now, if the bound got \
                    stricter. Response: it may get more than it has room for, if the bound got \
                    looser. The Rust types have no bounds.",
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
            &["max-properties-changed (breaking, compatible, none) `maxProperties` is new: 9"],
        ),
    ],
};
