//! One more schema to choose from.

use super::super::prelude::*;

pub static KIND: ChangeKind = ChangeKind {
    info: KindInfo {
        id: "alternative-added",
        summary: "`oneOf` or `anyOf` has one more schema, or a schema became one of several.",
        rationale: "Response: a value may come that is none of those which an old client knows. \
                    Source: all alternatives together are one type in Rust, which may get fields or \
                    variants, or become any JSON.",
        inverse: "alternative-removed",
    },
    check: Check::Choice(check),
    cases: &[
        Case::schema(
            "{oneOf: [{type: string}, {type: integer}]}",
            "{oneOf: [{type: string}, {type: boolean}, {type: integer}]}",
            &["alternative-added (compatible, breaking, none) alternative is new: \
               {\"type\":\"boolean\"}"],
        ),
        Case::schema(
            "{type: object, properties: {a: {type: string}}}",
            "{type: object, properties: {a: {oneOf: [{type: string}, {type: boolean}]}}}",
            &["alternative-added (compatible, breaking, breaking) alternative is new: \
               {\"type\":\"boolean\"}"],
        ),
        Case::schema("{type: string}", "{anyOf: [{type: string}]}", &[]),
        Case::schema(
            "{oneOf: [{properties: {a: {}}}, {properties: {b: {}}}]}",
            "{oneOf: [{properties: {a: {}}}, {properties: {b: {}}}, {properties: {c: {}}}]}",
            &["alternative-added (compatible, breaking, compatible) alternative is new: \
                 {\"properties\":{\"c\":{}}}"],
        ),
        Case::schema(
            "{oneOf: [{properties: {a: {}}}, {properties: {b: {}}}]}",
            "{oneOf: [{properties: {a: {}}}, {properties: {b: {}}}, {properties: {a: {}, b: {}}}]}",
            &["alternative-added (compatible, breaking, none) alternative is new: \
                 {\"properties\":{\"a\":{},\"b\":{}}}"],
        ),
    ],
};

fn check<'d>(pair: &ChoicePair<'d>, changes: &mut Changes<'d>) {
    let source = choices::judge(pair, pair.base, Level::Compatible);
    for &alternative in &pair.alternatives.added {
        changes.add(
            "alternative",
            (None, Some(shown(alternative))),
            (Location::missing_in(pair.base), Location::at(alternative)),
            pair.context.values(Allowed::Wider, source(alternative)),
        );
    }
}
