//! The greatest number that is allowed.

use super::super::prelude::*;

pub static KIND: ChangeKind = ChangeKind {
    info: KindInfo {
        id: "maximum-changed",
        summary: "`maximum`, the greatest number that is allowed, was added, removed or changed, \
                  or `exclusiveMaximum` changed.",
        rationale: "Request: if the bound is stricter, the server rejects values that an old \
                    client may send. Response: if the bound is looser, the server may return \
                    values that an old client does not expect. Source: an integer gets a wider \
                    Rust type if its type cannot hold the bound.",
        inverse: "maximum-changed",
    },
    check: Check::Object(&[ObjectKind::Schema], |pair, changes| {
        bounds::check_range(pair, changes, Limit::Upper);
    }),
    cases: &[
        Case::schema(
            "{type: integer, maximum: 9007199254740993}",
            "{type: integer, maximum: 9007199254740992}",
            &["maximum-changed (breaking, compatible, none) `maximum` was 9007199254740993, is \
               9007199254740992"],
        ),
        Case::schema(
            "{type: integer, maximum: 5}",
            "{type: integer, maximum: 9}",
            &["maximum-changed (compatible, breaking, none) `maximum` was 5, is 9"],
        ),
        Case::schema(
            "{type: integer, maximum: 5}",
            "{type: integer, maximum: 18446744073709551615}",
            &["maximum-changed (compatible, breaking, breaking) `maximum` was 5, is \
               18446744073709551615"],
        ),
        Case::schema(
            "{type: integer}",
            "{type: integer, maximum: 9}",
            &["maximum-changed (breaking, compatible, none) `maximum` was added: 9"],
        ),
        Case::schema(
            "{type: integer, maximum: 5}",
            "{type: integer, maximum: 5, exclusiveMaximum: true}",
            &["maximum-changed (breaking, compatible, none) `maximum` was 5, is 5 (excluded)"],
        ),
        Case::schema(
            "{type: integer}",
            "{type: integer, maximum: 18446744073709551615}",
            &["maximum-changed (breaking, compatible, breaking) `maximum` was added: \
               18446744073709551615"],
        ),
    ],
};
