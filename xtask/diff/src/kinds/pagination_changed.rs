//! How a list is walked page by page.

use super::*;

pub static KIND: Kind = Kind {
    id: "pagination-changed",
    what: "`x-pagination` came, went, or says something else.",
    why: "Nothing of it is sent. Source: the call has `pages` and `items` if it is there, and what they \
          give depends on it.",
    mirror: "pagination-changed",
    check: Check::Object(&[Object::Operation], |pair, changes| {
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
