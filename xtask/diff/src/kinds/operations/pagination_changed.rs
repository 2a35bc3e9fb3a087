//! How a list is walked page by page.

use super::super::prelude::*;

pub static KIND: ChangeKind = ChangeKind {
    info: KindInfo {
        id: "pagination-changed",
        summary: "`x-pagination` came, went, or says something else.",
        rationale: "Nothing of it is sent. Source: the call has `pages` and `items` if it is \
                    there, and what they give depends on it.",
        inverse: "pagination-changed",
    },
    check: Check::Object(&[ObjectKind::Operation], |pair, changes| {
        extensions::check(pair, changes, mapping::extensions::PAGINATION);
    }),
    cases: &[
        Case::operation(
            "{}",
            "x-pagination: {items: /apps}",
            &["pagination-changed (none, none, compatible) `x-pagination` is new: \
               {\"items\":\"/apps\"}"],
        ),
        Case::operation(
            "x-pagination: {items: /apps}",
            "{}",
            &["pagination-changed (none, none, breaking) `x-pagination` is gone, was \
               {\"items\":\"/apps\"}"],
        ),
    ],
};
