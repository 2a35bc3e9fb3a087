//! The format of a value.

use super::super::prelude::*;

pub static KIND: Kind = Kind {
    info: KindInfo {
        id: "format-changed",
        summary: "`format` came, went, or is another one, while the type is the same. `int64` has \
                  all of `int32`, and `double` all of `float`; `password` says nothing about a \
                  value.",
        rationale: "Request: a value that was allowed may be refused now. Answer: a value may come \
                    that an old client cannot read. Source: numbers have another Rust type by \
                    their format, and a password is a `Secret`; other texts are a `String` \
                    whatever their format.",
        inverse: "format-changed",
    },
    check: Check::Object(&[Object::Schema], check),
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
    ],
};

fn check<'d>(pair: &Pair<'d>, changes: &mut Changes<'d>) {
    let (was, is) = (pair.base.text("format"), pair.head.text("format"));
    if was == is || schema_types::types(&pair.base) != schema_types::types(&pair.head) {
        return;
    }
    let says = |format: &&str| *format != "password";
    let source = rust_type::of_type(pair);
    let verdicts = match (was.filter(says), is.filter(says)) {
        (None, None) => pair.reach.verdicts(Level::Compatible, source),
        (None, Some(_)) => pair.reach.values(Effect::Narrower, source),
        (Some(_), None) => pair.reach.values(Effect::Wider, source),
        (Some(was), Some(is)) => pair.reach.values(between(was, is), source),
    };
    let values = (was.map(str::to_owned), is.map(str::to_owned));
    changes.add("`format`", values, pair.places_of("format"), verdicts);
}

fn between(was: &str, is: &str) -> Effect {
    match (was, is) {
        ("int32", "int64") | ("float", "double") => Effect::Wider,
        ("int64", "int32") | ("double", "float") => Effect::Narrower,
        _ => Effect::Other,
    }
}
