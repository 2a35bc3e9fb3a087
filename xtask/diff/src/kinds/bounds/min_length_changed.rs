//! The shortest text that is allowed.

use super::super::prelude::*;

pub static KIND: ChangeKind = ChangeKind {
    info: KindInfo {
        id: "min-length-changed",
        summary: "`minLength`, the minimum length of a string, was added, removed or changed.",
        rationale: "Request: if the bound is stricter, the server rejects values that an old \
                    client may send. Response: if the bound is looser, the server may return \
                    values that an old client does not expect. Source: the Rust types have no \
                    bounds.",
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
            &["min-length-changed (breaking, compatible, none) `minLength` was added: 9"],
        ),
        Case::schema("{type: string}", "{type: string, minLength: 0}", &[]),
    ],
};
