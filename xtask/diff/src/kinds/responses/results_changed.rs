//! Changes of `x-results`.

use super::super::prelude::*;

pub static KIND: ChangeKind = ChangeKind {
    info: KindInfo {
        id: "results-changed",
        summary: "`x-results` of a response was added, removed or changed.",
        rationale: "Source: the type of the response has the methods `failures` and \
                    `all_succeeded` because of it. They remain if another operation has the same \
                    type with `x-results`, which diff does not check. The data that is sent does \
                    not change.",
        inverse: "results-changed",
    },
    check: Check::Object(&[ObjectKind::Response], |pair, changes| {
        extensions::check(pair, changes, mapping::extensions::RESULTS);
    }),
    cases: &[Case::operation(
        "responses: {'200': {description: A., x-results: {items: /a}}}",
        "responses: {'200': {description: A.}}",
        &["results-changed (none, none, breaking) `x-results` was removed: {\"items\":\"/a\"}"],
    )],
};
