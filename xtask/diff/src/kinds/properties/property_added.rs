//! A property that an object did not have.

use super::super::prelude::*;

pub static KIND: ChangeKind = ChangeKind {
    info: KindInfo {
        id: "property-added",
        summary: "An object has one more property.",
        rationale: "Request: an old client does not send it, which is refused if it is required. \
                    Response: an old client ignores it, unless the object was closed by \
                    `additionalProperties: false`. Source: a required one is one more argument of \
                    what builds the request; any other is a setter or a field of a struct that \
                    callers cannot list completely.",
        inverse: "property-removed",
    },
    check: Check::Object(&[ObjectKind::Schema], check),
    cases: &[
        Case::schema(
            "{type: object, properties: {a: {type: string}}}",
            "{type: object, properties: {a: {type: string}, b: {type: string}}}",
            &["property-added (compatible, compatible, compatible) optional property `b` is new: \
               string"],
        ),
        Case::schema(
            "{type: object, properties: {a: {type: string}}}",
            "{type: object, required: [b], properties: {a: {type: string}, b: {type: string}}}",
            &[
                "property-added (breaking, compatible, breaking) required property `b` is new: string",
            ],
        ),
        Case::schema(
            "{type: object, properties: {a: {type: string}}, additionalProperties: false}",
            "{type: object, properties: {a: {type: string}, b: {}}, additionalProperties: false}",
            &[
                "property-added (compatible, breaking, compatible) optional property `b` is new: any",
            ],
        ),
        Case::schema(
            "{type: object, properties: {a: {type: string}}}",
            "{type: object, required: [b], properties: {a: {type: string}, b: {readOnly: true}}}",
            &["property-added (none, compatible, compatible) required property `b` is new: any"],
        ),
    ],
};

fn check<'d>(pair: &ObjectPair<'d>, changes: &mut Changes<'d>) {
    let (was, is) = (properties(&pair.base), properties(&pair.head));
    let twins = rust_properties::Twins::of(pair.context, &is, (&pair.base, &was));
    for (name, written) in is.without(&was) {
        let required = is.requires(name);
        let level = match pair.context.direction {
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
