//! A property that an object does not have any more.

use super::super::prelude::*;
use crate::properties::Rest;

pub static KIND: ChangeKind = ChangeKind {
    info: KindInfo {
        id: "property-removed",
        summary: "A property was removed from an object.",
        rationale: "Request: the server ignores the property that an old client sends, or rejects \
                    it if the object is closed. Response: a required property is missing, or an \
                    optional one is never returned. Source: code that names the field or its \
                    setter does not compile.",
        inverse: "property-added",
    },
    check: Check::Object(&[ObjectKind::Schema], check),
    cases: &[
        Case::schema(
            "{type: object, properties: {a: {type: string}, b: {type: string}}}",
            "{type: object, properties: {a: {type: string}}}",
            &[
                "property-removed (risky, risky, breaking) optional property `b` was removed: string",
            ],
        ),
        Case::schema(
            "{type: object, required: [b], properties: {a: {type: string}, b: {type: string}}}",
            "{type: object, properties: {a: {type: string}}}",
            &[
                "property-removed (risky, breaking, breaking) required property `b` was removed: string",
            ],
        ),
        // A property that is still required is still read.
        Case::schema(
            "{type: object, required: [b], properties: {a: {type: string}, b: {type: string}}}",
            "{type: object, required: [b], properties: {a: {type: string}}}",
            &[
                "property-removed (compatible, breaking, breaking) required property `b` was removed: string",
            ],
        ),
        Case::schema(
            "{type: object, properties: {a: {type: string}, b: {}}, additionalProperties: false}",
            "{type: object, properties: {a: {type: string}}, additionalProperties: false}",
            &[
                "property-removed (breaking, risky, breaking) optional property `b` was removed: any",
            ],
        ),
        // The same name in Rust.
        Case::schema(
            "{type: object, properties: {appId: {type: string}}}",
            "{type: object, properties: {app_id: {type: string}}}",
            &[
                "property-added (compatible, compatible, none) optional property `app_id` was added: string",
                "property-removed (risky, risky, none) optional property `appId` was removed: string",
            ],
        ),
        // Errors have no types.
        Case::document(
            "
paths:
  /a: {get: {responses: {'404': {content: {application/json: {schema: {$ref: '#/components/schemas/A'}}}}}}}
components: {schemas: {A: {type: object, properties: {a: {type: string}, b: {type: string}}}}}
",
            "
paths:
  /a: {get: {responses: {'404': {content: {application/json: {schema: {$ref: '#/components/schemas/A'}}}}}}}
components: {schemas: {A: {type: object, properties: {a: {type: string}}}}}
",
            &["property-removed (none, risky, none) optional property `b` was removed: string"],
        ),
        // A list of values has a type, also in a schema that nothing uses.
        Case::document(
            "components: {schemas: {A: {type: object, properties: {a: {type: string}, b: {enum: [c]}}}}}",
            "components: {schemas: {A: {type: object, properties: {a: {type: string}}}}}",
            &["property-removed (none, none, breaking) optional property `b` was removed: [\"c\"]"],
        ),
    ],
};

fn check<'d>(pair: &ObjectPair<'d>, changes: &mut Changes<'d>) {
    let (was, is) = (properties(&pair.base), properties(&pair.head));
    let compared = Rest::of(&pair.head).compared();
    let typed = compared.is_some();
    let twins = rust_properties::Twins::of(pair.context, &was, (&pair.head, &is));
    for (index, (name, written)) in was.without(&is).enumerate() {
        let level = match pair.context.direction {
            _ if compared.is_some_and(|compared| index >= compared) => Level::Breaking,
            Direction::Request if properties::is_closed(&pair.head) => Level::Breaking,
            Direction::Response if was.requires(name) && !(typed && is.requires(name)) => {
                Level::Breaking
            }
            // It is still read, and compared with what is said of it now.
            Direction::Request if is.requires(name) => Level::Compatible,
            _ if typed => Level::Compatible,
            _ => Level::Risky,
        };
        let source = Level::breaking_if(!twins.has(name, written));
        let property = ResolvedObject::schema(pair.base.anchor(), written.iter().copied());
        let context = rust_properties::declared(pair.context, written);
        let context = properties::context_of(context, &property);
        changes.add(
            properties::subject(&was, name),
            (Some(schema_types::type_of(&property)), None),
            (Location::at(written[0]), Location::missing_in(pair.head.anchor())),
            context.impact(level, source),
        );
    }
}
