//! Alternatives added to `oneOf` or `anyOf`.

use super::super::prelude::*;

pub static KIND: ChangeKind = ChangeKind {
    info: KindInfo {
        id: "alternative-added",
        summary: "A schema was added to `oneOf` or `anyOf`, or a schema became one of several \
                  alternatives.",
        rationale: "Request: the server rejects a value that matches two schemas of `oneOf`. \
                    Response: a value may match only the new schema, which an old client does not \
                    know. Source: all alternatives are one type in Rust, which may get fields or \
                    variants, or become any JSON.",
        inverse: "alternative-removed",
    },
    check: Check::Choice(check),
    cases: &[
        Case::schema(
            "{oneOf: [{type: string}, {type: integer}]}",
            "{oneOf: [{type: string}, {type: boolean}, {type: integer}]}",
            &["alternative-added (compatible, breaking, none) alternative was added: \
               {\"type\":\"boolean\"}"],
        ),
        Case::schema(
            "{type: object, properties: {a: {type: string}}}",
            "{type: object, properties: {a: {oneOf: [{type: string}, {type: boolean}]}}}",
            &["alternative-added (compatible, breaking, breaking) alternative was added: \
               {\"type\":\"boolean\"}"],
        ),
        Case::schema("{type: string}", "{anyOf: [{type: string}]}", &[]),
        Case::schema(
            "{anyOf: [{type: string}, {type: integer}]}",
            "{anyOf: [{type: string}, {type: integer}, {type: string}]}",
            &["alternative-added (none, none, none) alternative was added: {\"type\":\"string\"}"],
        ),
        Case::schema(
            "{oneOf: [{type: string}, {type: integer}]}",
            "{oneOf: [{type: string}, {type: integer}, {type: string, maxLength: 3}]}",
            &["alternative-added (breaking, compatible, none) alternative was added: \
               {\"type\":\"string\",\"maxLength\":3}"],
        ),
        // The alternative contains what was allowed before.
        Case::schema(
            "{type: object, properties: {a: {type: string, maxLength: 3}}}",
            "{type: object, properties: {a: {anyOf: [{type: string, maxLength: 5}, {type: integer}]}}}",
            &[
                "alternative-added (compatible, breaking, breaking) alternative was added: \
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
                "alternative-added (compatible, none, none) alternative was added: \
                 {\"type\":\"integer\"}",
                "max-length-changed (breaking, none, none) `maxLength` was added: 3",
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
                "alternative-added (none, breaking, compatible) alternative was added: \
                 {\"allOf\":[{\"$ref\":\"#/components/schemas/S\"},{\"type\":\"object\"…",
                "schema-added (none, none, none) schema was added: A",
            ],
        ),
        Case::schema(
            "{oneOf: [{properties: {a: {}}}, {properties: {b: {}}}]}",
            "{oneOf: [{properties: {a: {}}}, {properties: {b: {}}}, {properties: {c: {}}}]}",
            &["alternative-added (compatible, breaking, compatible) alternative was added: \
                 {\"properties\":{\"c\":{}}}"],
        ),
        Case::schema(
            "{oneOf: [{properties: {a: {}}}, {properties: {b: {}}}]}",
            "{oneOf: [{properties: {a: {}}}, {properties: {b: {}}}, {properties: {a: {}, b: {}}}]}",
            &["alternative-added (compatible, breaking, none) alternative was added: \
                 {\"properties\":{\"a\":{},\"b\":{}}}"],
        ),
        // The type in Rust has the property already.
        Case::document(
            "
paths:
  /a: {get: {responses: {'200': {content: {application/json: {schema: {$ref: '#/components/schemas/S'}}}}}}}
components:
  schemas:
    S: {type: object, discriminator: {propertyName: t}, properties: {t: {type: string}}}
    A: {allOf: [{$ref: '#/components/schemas/S'}, {properties: {a: {type: string}}}]}
",
            "
paths:
  /a: {get: {responses: {'200': {content: {application/json: {schema: {$ref: '#/components/schemas/S'}}}}}}}
components:
  schemas:
    S: {type: object, discriminator: {propertyName: t}, properties: {t: {type: string}}}
    A: {allOf: [{$ref: '#/components/schemas/S'}, {properties: {a: {type: string}}}]}
    B: {allOf: [{$ref: '#/components/schemas/S'}, {properties: {a: {type: string}}}]}
",
            &[
                "alternative-added (none, breaking, none) alternative was added: \
                 {\"allOf\":[{\"$ref\":\"#/components/schemas/S\"},{\"properties\":{\"…",
                "schema-added (none, none, none) schema was added: B",
            ],
        ),
    ],
};

fn check<'d>(pair: &ChoicePair<'d>, changes: &mut Changes<'d>) {
    if pair.alternatives.added.is_empty() {
        return;
    }
    let source = choices::judge(pair, pair.base, Level::Compatible);
    for &alternative in &pair.alternatives.added {
        changes.add(
            "alternative",
            (None, Some(shown(alternative))),
            (Location::missing_in(pair.base), Location::at(alternative)),
            pair.context.values(pair.allowed(alternative, Allowed::Wider), source(alternative)),
        );
    }
}
