//! How an answer tells which of its parts failed.

use super::*;

pub static KIND: Kind = Kind {
    id: "results-changed",
    what: "`x-results` of an answer came, went, or says something else.",
    why: "Nothing of it is sent. Source: the type of the answer has `failures` and `all_succeeded` by \
          it. They stay if another operation has the same type and keeps it, which is not looked at.",
    mirror: "results-changed",
    check: Check::Object(&[Object::Response], |pair, changes| {
        extensions::check(pair, changes, mapping::extensions::RESULTS);
    }),
    cases: &[Case::operation(
        "responses: {'200': {description: A., x-results: {items: /a}}}",
        "responses: {'200': {description: A.}}",
        &["results-changed (none, none, breaking) `x-results` is gone, was {\"items\":\"/a\"}"],
    )],
};
