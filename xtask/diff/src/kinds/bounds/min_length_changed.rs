//! The shortest text that is allowed.

use super::super::prelude::*;

pub static KIND: ChangeKind = ChangeKind {
    info: KindInfo {
        id: "min-length-changed",
        summary: "`minLength`, the shortest text that is allowed, came, went, or is another one.",
        rationale: "Request: an old client may send what is refused now, if the bound got \
                    stricter. Response: it may get more than it has room for, if the bound got \
                    looser. The Rust types have no bounds.",
        inverse: "min-length-changed",
    },
    check: Check::Object(&[ObjectKind::Schema], |pair, changes| {
        bounds::check(pair, changes, "minLength", Limit::Lower);
    }),
    cases: &[
        Case::schema(
            "{type: string, minLength: 5}",
            "{type: string, minLength: 9}",
            &["min-length-changed (breaking, compatible, none) `minLength` was 5, is 9"],
        ),
        Case::schema(
            "{type: string}",
            "{type: string, minLength: 9}",
            &["min-length-changed (breaking, compatible, none) `minLength` is new: 9"],
        ),
        Case::schema("{type: string}", "{type: string, minLength: 0}", &[]),
    ],
};
