//! A property that an object did not have.

use super::super::prelude::*;
use crate::properties::Rest;

pub static KIND: ChangeKind = ChangeKind {
    info: KindInfo {
        id: "property-added",
        summary: "A property was added to an object.",
        rationale: "Request: an old client does not send the property; the server rejects that if \
                    it is required. Response: an old client ignores the property, unless \
                    `additionalProperties: false` closed the object. Source: a required property \
                    is an argument of the constructor of a request; any other is a setter, or a \
                    field of a struct that is `#[non_exhaustive]`.",
        inverse: "property-removed",
    },
    check: Check::Object(&[ObjectKind::Schema], check),
    cases: &[
        Case::schema(
            "{type: object, properties: {a: {type: string}}}",
            "{type: object, properties: {a: {type: string}, b: {type: string}}}",
            &[
                "property-added (compatible, compatible, compatible) optional property `b` was added: \
               string",
            ],
        ),
        Case::schema(
            "{type: object, properties: {a: {type: string}}}",
            "{type: object, required: [b], properties: {a: {type: string}, b: {type: string}}}",
            &[
                "property-added (breaking, compatible, breaking) required property `b` was added: string",
            ],
        ),
        Case::schema(
            "{type: object, properties: {a: {type: string}}, additionalProperties: false}",
            "{type: object, properties: {a: {type: string}, b: {}}, additionalProperties: false}",
            &[
                "property-added (compatible, breaking, compatible) optional property `b` was added: any",
            ],
        ),
        // The property was among those of the map.
        Case::schema(
            "{type: object, additionalProperties: {type: string}}",
            "{type: object, properties: {a: {type: string, maxLength: 3}}, additionalProperties: {type: string}}",
            &[
                "max-length-changed (breaking, compatible, none) `maxLength` was added: 3",
                "property-added (compatible, compatible, breaking) optional property `a` was added: string",
            ],
        ),
        // A closed part of `allOf` refuses what the other part names.
        Case::schema(
            "{allOf: [{type: object, properties: {a: {}}, additionalProperties: false}, {type: object, properties: {b: {}}}]}",
            "{type: object, properties: {a: {}, b: {}}, additionalProperties: false}",
            &[
                "property-added (compatible, breaking, compatible) optional property `b` was added: any",
            ],
        ),
        Case::schema(
            "{type: object, properties: {a: {type: string}}}",
            "{type: object, required: [b], properties: {a: {type: string}, b: {readOnly: true}}}",
            &["property-added (none, compatible, compatible) required property `b` was added: any"],
        ),
    ],
};

fn check<'d>(pair: &ObjectPair<'d>, changes: &mut Changes<'d>) {
    let (was, is) = (properties(&pair.base), properties(&pair.head));
    let compared = Rest::of(&pair.base).compared();
    let typed = compared.is_some();
    let twins = rust_properties::Twins::of(pair.context, &is, (&pair.base, &was));
    for (index, (name, written)) in is.without(&was).enumerate() {
        let required = is.requires(name);
        let level = match pair.context.direction {
            _ if compared.is_some_and(|compared| index >= compared) => Level::Breaking,
            // What was of another type is compared with that.
            Direction::Request if required && typed && was.requires(name) => Level::Compatible,
            Direction::Request if required => Level::Breaking,
            Direction::Response if properties::is_closed(&pair.base) => Level::Breaking,
            _ => Level::Compatible,
        };
        let property = ResolvedObject::schema(pair.head.anchor(), written.iter().copied());
        let source = match () {
            () if twins.has(name, written) => Level::None,
            () if pair.context.typed && rust_properties::is_argument(pair.context, &is, name) => {
                Level::Breaking
            }
            () => pair.type_level().max(Level::Compatible),
        };
        let context = rust_properties::declared(pair.context, written);
        let context = properties::context_of(context, &property);
        changes.add(
            properties::subject(&is, name),
            (None, Some(schema_types::type_of(&property))),
            (Location::missing_in(pair.base.anchor()), Location::at(written[0])),
            context.impact(level, source),
        );
    }
}
