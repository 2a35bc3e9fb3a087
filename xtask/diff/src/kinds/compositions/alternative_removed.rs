//! Alternatives removed from `oneOf` or `anyOf`.

use super::super::prelude::*;

pub static KIND: ChangeKind = ChangeKind {
    info: KindInfo {
        id: "alternative-removed",
        summary: "A schema was removed from `oneOf` or `anyOf`, or only one of several \
                  alternatives is left.",
        rationale: "Request: a value that an old client sends may match only the removed schema. \
                    Response: the server may return a value that matches two schemas of `oneOf`, \
                    which it could not return before. Source: all alternatives are one type in \
                    Rust, which may lose fields or variants, or become another type.",
        inverse: "alternative-added",
    },
    check: Check::Choice(check),
    cases: &[
        Case::schema(
            "{oneOf: [{type: object, properties: {a: {}}, additionalProperties: false}, {type: string}]}",
            "{type: object, properties: {a: {}}, additionalProperties: false}",
            &["alternative-removed (breaking, compatible, breaking) alternative was removed: \
               {\"type\":\"string\"}"],
        ),
        Case::schema(
            "{anyOf: [{type: string}, {type: integer}, {type: boolean}]}",
            "{anyOf: [{type: boolean}, {type: integer}]}",
            &["alternative-removed (breaking, compatible, none) alternative was removed: \
               {\"type\":\"string\"}"],
        ),
        // The base is compared with all that extends it, also where one of them is used for itself. What
        // only the `mapping` names is no part of its type in Rust.
        Case::document(
            "
paths:
  /a: {get: {responses: {'200': {content: {application/json: {schema: {$ref: '#/components/schemas/S'}}}}}}}
  /b: {get: {responses: {'200': {content: {application/json: {schema: {$ref: '#/components/schemas/A'}}}}}}}
components:
  schemas:
    S: {type: object, discriminator: {propertyName: t, mapping: {c: C}}, properties: {t: {type: string}}}
    A: {allOf: [{$ref: '#/components/schemas/S'}, {type: object, properties: {a: {type: string}}}]}
    B: {allOf: [{$ref: '#/components/schemas/S'}, {type: object, properties: {b: {type: string}}}]}
    C: {type: object, properties: {c: {type: string}}}
",
            "
paths:
  /a: {get: {responses: {'200': {content: {application/json: {schema: {$ref: '#/components/schemas/S'}}}}}}}
  /b: {get: {responses: {'200': {content: {application/json: {schema: {$ref: '#/components/schemas/A'}}}}}}}
components:
  schemas:
    S: {type: object, discriminator: {propertyName: t}, properties: {t: {type: string}}}
    A: {allOf: [{$ref: '#/components/schemas/S'}, {type: object, properties: {a: {type: string}}}]}
",
            &[
                "alternative-removed (none, compatible, breaking) alternative was removed: \
                 {\"allOf\":[{\"$ref\":\"#/components/schemas/S\"},{\"type\":\"object\"…",
                "alternative-removed (none, compatible, none) alternative was removed: \
                 {\"type\":\"object\",\"properties\":{\"c\":{\"type\":\"string\"}}}",
                "schema-removed (none, none, none) schema was removed: B",
                "schema-removed (none, none, none) schema was removed: C",
            ],
        ),
    ],
};

fn check<'d>(pair: &ChoicePair<'d>, changes: &mut Changes<'d>) {
    if pair.alternatives.removed.is_empty() {
        return;
    }
    let source = choices::judge(pair, pair.head, Level::Breaking);
    for &alternative in &pair.alternatives.removed {
        changes.add(
            "alternative",
            (Some(shown(alternative)), None),
            (Location::at(alternative), Location::missing_in(pair.head)),
            pair.context.values(pair.allowed(alternative, Allowed::Narrower), source(alternative)),
        );
    }
}
