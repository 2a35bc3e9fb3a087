//! A property that was optional and is required.

use super::super::prelude::*;

pub static KIND: ChangeKind = ChangeKind {
    info: KindInfo {
        id: "property-became-required",
        summary: "A property is now required.",
        rationale: "Request: an old client may omit the property, and the server rejects that. \
                    Response: the property is returned in more cases than before. Source: the \
                    property becomes an argument of the constructor of a request.",
        inverse: "property-became-optional",
    },
    check: Check::Object(&[ObjectKind::Schema], check),
    cases: &[
        Case::schema(
            "{type: object, properties: {a: {type: string}}}",
            "{type: object, required: [a], properties: {a: {type: string}}}",
            &[
                "property-became-required (breaking, compatible, breaking) property `a` was optional, \
               is required",
            ],
        ),
        Case::schema(
            "{type: object, properties: {a: {type: string, readOnly: true}}}",
            "{type: object, required: [a], properties: {a: {type: string, readOnly: true}}}",
            &["property-became-required (none, compatible, none) property `a` was optional, is \
               required"],
        ),
    ],
};

fn check<'d>(pair: &ObjectPair<'d>, changes: &mut Changes<'d>) {
    let (was, is) = (properties(&pair.base), properties(&pair.head));
    for name in is.required() {
        // A new property says so itself.
        let new = is.get(name).is_some() && was.get(name).is_none();
        if new || was.requires(name) {
            continue;
        }
        let written = is.get(name).cloned().unwrap_or_default();
        let context = properties::context_of(
            pair.context,
            &ResolvedObject::schema(pair.head.anchor(), written),
        );
        let is_argument = |object| rust_properties::is_argument(pair.context, object, name);
        let source = match is_argument(&was) != is_argument(&is) {
            true => Level::Breaking,
            // A property that is only required has a field, too.
            false if is.get(name).is_none() && !context.text => Level::Compatible,
            false => Level::None,
        };
        changes.add(
            format!("property `{name}`"),
            (Some("optional".into()), Some("required".into())),
            properties::requirement_locations(pair, (&was, &is), name),
            context.values(Allowed::Narrower, source),
        );
    }
}
