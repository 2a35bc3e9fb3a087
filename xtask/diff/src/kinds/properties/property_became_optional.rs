//! A property that was required and is optional.

use super::super::prelude::*;

pub static KIND: ChangeKind = ChangeKind {
    info: KindInfo {
        id: "property-became-optional",
        summary: "A property is no longer required.",
        rationale: "Response: an old client may rely on the property. Source: the constructor of \
                    a request loses an argument, and the property becomes a setter.",
        inverse: "property-became-required",
    },
    check: Check::Object(&[ObjectKind::Schema], check),
    cases: &[Case::schema(
        "{type: object, required: [a], properties: {a: {type: string}}}",
        "{type: object, properties: {a: {type: string}}}",
        &["property-became-optional (compatible, breaking, breaking) property `a` was required, \
               is optional"],
    )],
};

fn check<'d>(pair: &ObjectPair<'d>, changes: &mut Changes<'d>) {
    let (was, is) = (properties(&pair.base), properties(&pair.head));
    for name in was.required() {
        // A property that is gone says so itself.
        let gone = was.get(name).is_some() && is.get(name).is_none();
        if gone || is.requires(name) {
            continue;
        }
        let written = was.get(name).cloned().unwrap_or_default();
        let context = properties::context_of(
            pair.context,
            &ResolvedObject::schema(pair.base.anchor(), written),
        );
        let is_argument = |object| rust_properties::is_argument(pair.context, object, name);
        let source = match is_argument(&was) != is_argument(&is) {
            true => Level::Breaking,
            // A property that is only required has a field, too.
            false if was.get(name).is_none() && !context.text => Level::Breaking,
            false => Level::None,
        };
        changes.add(
            format!("property `{name}`"),
            (Some("required".into()), Some("optional".into())),
            properties::requirement_locations(pair, (&was, &is), name),
            context.values(Allowed::Wider, source),
        );
    }
}
