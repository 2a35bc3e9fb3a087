//! A property that an object does not have any more.

use super::super::prelude::*;
use crate::properties::Rest;

pub static KIND: ChangeKind = ChangeKind {
    info: KindInfo {
        id: "property-removed",
        summary: "An object has one property less.",
        rationale: "Request: what an old client sends is ignored, or refused if the object is \
                    closed. Response: what was always there is missing, or what was optional never \
                    comes. Source: code that names the field or its setter does not compile.",
        inverse: "property-added",
    },
    check: Check::Object(&[ObjectKind::Schema], check),
    cases: &[
        Case::schema(
            "{type: object, properties: {a: {type: string}, b: {type: string}}}",
            "{type: object, properties: {a: {type: string}}}",
            &[
                "property-removed (risky, risky, breaking) optional property `b` is gone, was string",
            ],
        ),
        Case::schema(
            "{type: object, required: [b], properties: {a: {type: string}, b: {type: string}}}",
            "{type: object, properties: {a: {type: string}}}",
            &[
                "property-removed (risky, breaking, breaking) required property `b` is gone, was string",
            ],
        ),
        // A property that is still required is still read.
        Case::schema(
            "{type: object, required: [b], properties: {a: {type: string}, b: {type: string}}}",
            "{type: object, required: [b], properties: {a: {type: string}}}",
            &[
                "property-removed (compatible, breaking, breaking) required property `b` is gone, was string",
            ],
        ),
        Case::schema(
            "{type: object, properties: {a: {type: string}, b: {}}, additionalProperties: false}",
            "{type: object, properties: {a: {type: string}}, additionalProperties: false}",
            &[
                "property-removed (breaking, risky, breaking) optional property `b` is gone, was any",
            ],
        ),
    ],
};

fn check<'d>(pair: &ObjectPair<'d>, changes: &mut Changes<'d>) {
    let (was, is) = (properties(&pair.base), properties(&pair.head));
    let compared = Rest::of(&pair.head).compared();
    let typed = compared.is_some();
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
        let property = ResolvedObject::schema(pair.base.anchor(), written.iter().copied());
        let context = properties::context_of(pair.context, &property);
        changes.add(
            properties::subject(&was, name),
            (Some(schema_types::type_of(&property)), None),
            (Location::at(written[0]), Location::missing_in(pair.head.anchor())),
            context.impact(level, Level::Breaking),
        );
    }
}
