//! The shortest list that is allowed.

use super::super::prelude::*;

pub static KIND: ChangeKind = ChangeKind {
    info: KindInfo {
        id: "min-items-changed",
        summary: "`minItems`, the shortest list that is allowed, came, went, or is another one.",
        rationale: "Request: an old client may send what is refused now, if the bound got \
                    stricter. Response: it may get more than it has room for, if the bound got \
                    looser. The Rust types have no bounds.",
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
            &["min-items-changed (breaking, compatible, none) `minItems` is new: 9"],
        ),
    ],
};
