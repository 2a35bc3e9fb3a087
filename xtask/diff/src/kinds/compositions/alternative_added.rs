//! One more schema to choose from.

use super::super::prelude::*;

pub static KIND: ChangeKind = ChangeKind {
    info: KindInfo {
        id: "alternative-added",
        summary: "`oneOf` or `anyOf` has one more schema, or a schema became one of several.",
        rationale: "Request: a value that fits two schemas of `oneOf` is refused. Response: a value \
                    may come that is none of those which an old client knows. \
                    Source: a choice between named schemas is an enum that is open when it has a \
                    name; otherwise it is another type now.",
        inverse: "alternative-removed",
    },
    check: Check::Choice(check),
    cases: &[
        Case::schema(
            "{oneOf: [{type: string}, {type: integer}]}",
            "{oneOf: [{type: string}, {type: boolean}, {type: integer}]}",
            &["alternative-added (compatible, breaking, breaking) alternative is new: \
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
            "{anyOf: [{type: string}, {type: integer}]}",
            "{anyOf: [{type: string}, {type: integer}, {type: string}]}",
            &["alternative-added (none, none, breaking) alternative is new: {\"type\":\"string\"}"],
        ),
        Case::schema(
            "{oneOf: [{type: string}, {type: integer}]}",
            "{oneOf: [{type: string}, {type: integer}, {type: string, maxLength: 3}]}",
            &["alternative-added (breaking, compatible, breaking) alternative is new: \
               {\"type\":\"string\",\"maxLength\":3}"],
        ),
        // The alternative contains what was allowed before.
        Case::schema(
            "{type: object, properties: {a: {type: string, maxLength: 3}}}",
            "{type: object, properties: {a: {anyOf: [{type: string, maxLength: 5}, {type: integer}]}}}",
            &[
                "alternative-added (compatible, breaking, breaking) alternative is new: \
                 {\"type\":\"integer\"}",
                "max-length-changed (compatible, breaking, none) `maxLength` was 3, is 5",
            ],
        ),
        // What holds for a choice does not hold for what extends one of its alternatives.
        Case::document(
            "
paths:
  /a: {post: {requestBody: {content: {application/json: {schema: {anyOf: [{$ref: '#/components/schemas/S'}, {type: string}]}}}}}}
components:
  schemas:
    S: {type: object, discriminator: {propertyName: t}, properties: {t: {type: string}}}
    A: {allOf: [{$ref: '#/components/schemas/S'}, {type: object, properties: {a: {type: string}}}]}
",
            "
paths:
  /a: {post: {requestBody: {content: {application/json: {schema: {anyOf: [{$ref: '#/components/schemas/S'}, {type: string}, {type: integer}]}}}}}}
components:
  schemas:
    S: {type: object, discriminator: {propertyName: t}, properties: {t: {type: string}}}
    A: {allOf: [{$ref: '#/components/schemas/S'}, {type: object, properties: {a: {type: string, maxLength: 3}}}]}
",
            &[
                "alternative-added (compatible, none, breaking) alternative is new: \
                 {\"type\":\"integer\"}",
                "max-length-changed (breaking, none, none) `maxLength` is new: 3",
            ],
        ),
        // A schema that extends a base is an alternative of it.
        Case::document(
            "
paths:
  /a: {get: {responses: {'200': {content: {application/json: {schema: {$ref: '#/components/schemas/S'}}}}}}}
components:
  schemas:
    S: {type: object, discriminator: {propertyName: t}, properties: {t: {type: string}}}
",
            "
paths:
  /a: {get: {responses: {'200': {content: {application/json: {schema: {$ref: '#/components/schemas/S'}}}}}}}
components:
  schemas:
    S: {type: object, discriminator: {propertyName: t}, properties: {t: {type: string}}}
    A: {allOf: [{$ref: '#/components/schemas/S'}, {type: object, properties: {a: {type: string}}}]}
",
            &[
                "alternative-added (none, breaking, compatible) alternative is new: \
                 {\"allOf\":[{\"$ref\":\"#/components/schemas/S\"},{\"type\":\"object\"…",
                "schema-added (none, none, compatible) schema is new: A",
            ],
        ),
    ],
};

fn check<'d>(pair: &ChoicePair<'d>, changes: &mut Changes<'d>) {
    for &alternative in &pair.alternatives.added {
        let source = if pair.is_open() { Level::Compatible } else { Level::Breaking };
        changes.add(
            "alternative",
            (None, Some(shown(alternative))),
            (Location::missing_in(pair.base), Location::at(alternative)),
            pair.context.values(pair.allowed(alternative, Allowed::Wider), source),
        );
    }
}
