//! Changes of `x-pagination`.

use super::super::prelude::*;

pub static KIND: ChangeKind = ChangeKind {
    info: KindInfo {
        id: "pagination-changed",
        summary: "`x-pagination` was added, removed or changed.",
        rationale: "Source: a call with pagination has the methods `pages` and `items`, and their \
                    types depend on it. The data that is sent does not change.",
        inverse: "pagination-changed",
    },
    check: Check::Object(&[ObjectKind::Operation], |pair, changes| {
        extensions::check(pair, changes, mapping::extensions::PAGINATION);
    }),
    cases: &[
        Case::operation(
            "{}",
            "x-pagination: {items: /apps}",
            &["pagination-changed (none, none, compatible) `x-pagination` was added: \
               {\"items\":\"/apps\"}"],
        ),
        Case::operation(
            "x-pagination: {items: /apps}",
            "{}",
            &["pagination-changed (none, none, breaking) `x-pagination` was removed: \
               {\"items\":\"/apps\"}"],
        ),
    ],
};
