//! A type in Rust that changed without a change of the values.

use super::super::prelude::*;

pub static KIND: ChangeKind = ChangeKind {
    info: KindInfo {
        id: "rust-type-changed",
        summary: "A value has another type in the client, and no other kind of change reports it: \
                  for example, a schema was named, or became an alias or a part of another \
                  one.",
        rationale: "Source: code that names the type, or that holds a value of it, does not \
                    compile. The data that is sent does not change.",
        inverse: "rust-type-changed",
    },
    check: Check::RustType(check),
    cases: &[
        Case::schema(
            "{type: object, properties: {a: {type: object, properties: {b: {type: string}}}}}",
            "{type: object, properties: {a: {allOf: [{type: object}, {type: object, properties: {b: {type: string}}}]}}}",
            &[],
        ),
        Case::document(
            "
paths:
  /a: {get: {responses: {'200': {content: {application/json: {schema: {type: string}}}}}}}
components: {schemas: {A: {type: string}}}
",
            "
paths:
  /a: {get: {responses: {'200': {content: {application/json: {schema: {$ref: '#/components/schemas/A'}}}}}}}
components: {schemas: {A: {type: string}}}
",
            &["rust-type-changed (none, none, breaking) type in Rust was String, is A"],
        ),
        Case::document(
            "
paths:
  /a: {get: {responses: {'200': {content: {application/json: {schema: {$ref: '#/components/schemas/B'}}}}}}}
components: {schemas: {A: {type: object, properties: {a: {type: string}}}, B: {type: object, properties: {a: {type: string}}}}}
",
            "
paths:
  /a: {get: {responses: {'200': {content: {application/json: {schema: {$ref: '#/components/schemas/B'}}}}}}}
components: {schemas: {A: {type: object, properties: {a: {type: string}}}, B: {$ref: '#/components/schemas/A'}}}
",
            &["rust-type-changed (none, none, breaking) type in Rust was B, is A"],
        ),
        Case::document(
            "
paths:
  /a: {get: {responses: {'200': {content: {application/json: {schema: {$ref: '#/components/schemas/B'}}}}}}}
components: {schemas: {A: {type: object, properties: {a: {type: string}}}, B: {type: object, properties: {a: {type: string}}}}}
",
            "
paths:
  /a: {get: {responses: {'200': {content: {application/json: {schema: {$ref: '#/components/schemas/B'}}}}}}}
components: {schemas: {A: {type: object, properties: {a: {type: string}}}, B: {allOf: [{$ref: '#/components/schemas/A'}]}}}
",
            &["rust-type-changed (none, none, breaking) type in Rust was B, is B around A"],
        ),
        Case::document(
            "
paths:
  /a: {get: {responses: {'200': {content: {application/json: {schema: {type: array, items: {type: object, properties: {a: {type: string}}}}}}}}}}
components: {schemas: {A: {type: object, properties: {a: {type: string}}}, B: {type: object, properties: {a: {type: string}}}}}
",
            "
paths:
  /a: {get: {responses: {'200': {content: {application/json: {schema: {type: array, items: {$ref: '#/components/schemas/B'}}}}}}}}
components: {schemas: {A: {type: object, properties: {a: {type: string}}}, B: {type: object, properties: {a: {type: string}}}}}
",
            &["rust-type-changed (none, none, breaking) type in Rust was struct, is B"],
        ),
        Case::document(
            "
paths:
  /a: {get: {responses: {'200': {content: {application/json: {schema: {$ref: '#/components/schemas/B'}}}}}}}
components: {schemas: {A: {type: object, properties: {a: {type: string}}}, B: {type: object, properties: {a: {type: string}}}}}
",
            "
paths:
  /a: {get: {responses: {'200': {content: {application/json: {schema: {allOf: [{$ref: '#/components/schemas/B'}], description: B.}}}}}}}
components: {schemas: {A: {type: object, properties: {a: {type: string}}}, B: {type: object, properties: {a: {type: string}}}}}
",
            &["description-changed (none, none, none) `description` was added: \"B.\""],
        ),
    ],
};

fn check<'d>(
    (change, context): (&RustChange, Context),
    locations: (Location<'d>, Location<'d>),
    changes: &mut Changes<'d>,
) {
    changes.add(
        "type in Rust",
        (Some(change.was.clone()), Some(change.is.clone())),
        locations,
        context.impact(Level::None, change.level()),
    );
}
