//! The longest list that is allowed.

use super::super::prelude::*;

pub static KIND: ChangeKind = ChangeKind {
    info: KindInfo {
        id: "max-items-changed",
        summary: "`maxItems`, the longest list that is allowed, came, went, or is another one.",
        rationale: "Request: an old client may send what is refused now, if the bound got \
                    stricter. Response: it may get more than it has room for, if the bound got \
                    looser. The Rust types have no bounds.",
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
            &["max-items-changed (breaking, compatible, none) `maxItems` is new: 9"],
        ),
    ],
};
