//! How a response tells which of its parts failed.

use super::super::prelude::*;

pub static KIND: ChangeKind = ChangeKind {
    info: KindInfo {
        id: "results-changed",
        summary: "`x-results` of a response came, went, or says something else.",
        rationale: "Nothing of it is sent. Source: the type of the response has `failures` and \
                    `all_succeeded` by it. They stay if another operation has the same type and \
                    keeps it, which is not looked at.",
        inverse: "results-changed",
    },
    check: Check::Object(&[ObjectKind::Response], |pair, changes| {
        extensions::check(pair, changes, mapping::extensions::RESULTS);
    }),
    cases: &[Case::operation(
        "responses: {'200': {description: A., x-results: {items: /a}}}",
        "responses: {'200': {description: A.}}",
        &["results-changed (none, none, breaking) `x-results` is gone, was {\"items\":\"/a\"}"],
    )],
};
