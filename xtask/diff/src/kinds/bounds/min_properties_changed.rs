//! The fewest members that is allowed.

use super::super::prelude::*;

pub static KIND: ChangeKind = ChangeKind {
    info: KindInfo {
        id: "min-properties-changed",
        summary: "`minProperties`, the fewest members that are allowed, came, went, or is another \
                  one.",
        rationale: "Request: an old client may send what is refused now, if the bound got \
                    stricter. Response: it may get more than it has room for, if the bound got \
                    looser. The Rust types have no bounds.",
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
            &["min-properties-changed (breaking, compatible, none) `minProperties` is new: 9"],
        ),
    ],
};
