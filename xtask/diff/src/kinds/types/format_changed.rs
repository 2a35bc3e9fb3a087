//! The format of a value.

use super::super::prelude::*;

pub static KIND: ChangeKind = ChangeKind {
    info: KindInfo {
        id: "format-changed",
        summary: "`format` came, went, or is another one, while the type is the same. `int64` has \
                  all of `int32`, and `double` all of `float`; `password` says nothing about a \
                  value.",
        rationale: "Request: a value that was allowed may be refused now. Response: a value may \
                    come that an old client cannot read. Source: numbers have another Rust type by \
                    their format, and a password is a `Secret`; other texts are a `String` \
                    whatever their format.",
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
            &["format-changed (breaking, compatible, none) `format` is new: int64"],
        ),
        Case::schema(
            "{type: string}",
            "{type: string, format: date-time}",
            &["format-changed (breaking, compatible, none) `format` is new: date-time"],
        ),
        Case::schema(
            "{type: string}",
            "{type: string, format: password}",
            &["format-changed (compatible, compatible, breaking) `format` is new: password"],
        ),
        Case::schema(
            "{type: number}",
            "{type: number, format: float}",
            &["format-changed (breaking, compatible, none) `format` is new: float"],
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
