//! The format of a value.

use super::super::prelude::*;

pub static KIND: ChangeKind = ChangeKind {
    info: KindInfo {
        id: "format-changed",
        summary: "`format` was added, removed or changed, and the type did not. `int64` includes \
                  `int32`, and `double` includes `float`; `password` does not restrict values.",
        rationale: "Request: the server may reject values that it accepted before. Response: the \
                    server may return values that an old client cannot read. Source: the Rust \
                    type of a number depends on its format, and a password is a `Secret`; other \
                    strings are a `String` with any format.",
        inverse: "format-changed",
    },
    check: Check::Object(&[ObjectKind::Schema], check),
    cases: &[
        Case::schema(
            "{type: integer, format: int32}",
            "{type: integer, format: int64}",
            &["format-changed (compatible, breaking, breaking) `format` was int32, is int64"],
        ),
        Case::schema(
            "{type: integer}",
            "{type: integer, format: int64}",
            &["format-changed (breaking, compatible, none) `format` was added: int64"],
        ),
        Case::schema(
            "{type: string}",
            "{type: string, format: date-time}",
            &["format-changed (breaking, compatible, none) `format` was added: date-time"],
        ),
        Case::schema(
            "{type: string}",
            "{type: string, format: password}",
            &["format-changed (compatible, compatible, breaking) `format` was added: password"],
        ),
        Case::schema(
            "{type: number}",
            "{type: number, format: float}",
            &["format-changed (breaking, compatible, none) `format` was added: float"],
        ),
    ],
};

fn check<'d>(pair: &ObjectPair<'d>, changes: &mut Changes<'d>) {
    let (was, is) = (pair.base.text("format"), pair.head.text("format"));
    if was == is || schema_types::types(&pair.base) != schema_types::types(&pair.head) {
        return;
    }
    let is_true = |format: &&str| *format != "password";
    let source = pair.type_level();
    let impact = match (was.filter(is_true), is.filter(is_true)) {
        (None, None) => pair.context.impact(Level::Compatible, source),
        (None, Some(_)) => pair.context.values(Allowed::Narrower, source),
        (Some(_), None) => pair.context.values(Allowed::Wider, source),
        (Some(was), Some(is)) => pair.context.values(between(was, is), source),
    };
    let values = (was.map(str::to_owned), is.map(str::to_owned));
    changes.add("`format`", values, pair.locations_of("format"), impact);
}

fn between(was: &str, is: &str) -> Allowed {
    match (was, is) {
        ("int32", "int64") | ("float", "double") => Allowed::Wider,
        ("int64", "int32") | ("double", "float") => Allowed::Narrower,
        _ => Allowed::Other,
    }
}
