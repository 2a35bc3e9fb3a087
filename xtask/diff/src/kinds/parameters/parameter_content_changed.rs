//! Changes between `schema` and `content` of a parameter.

use super::super::prelude::*;

pub static KIND: ChangeKind = ChangeKind {
    info: KindInfo {
        id: "parameter-content-changed",
        summary: "A parameter or header has `content` in place of `schema`, or the reverse.",
        rationale: "Request: the server expects JSON or another media type, which an old client \
                    does not write. Response: an old client cannot read the header for the same \
                    reason.",
        inverse: "parameter-content-changed",
    },
    check: Check::Object(&[ObjectKind::Parameter, ObjectKind::Header], check),
    cases: &[Case::operation(
        "parameters: [{name: a, in: query, schema: {}}]",
        "parameters: [{name: a, in: query, content: {application/json: {schema: {}}}}]",
        &["parameter-content-changed (breaking, none, none) value was schema, is content"],
    )],
};

fn check<'d>(pair: &ObjectPair<'d>, changes: &mut Changes<'d>) {
    let key = |object: &ResolvedObject| match object.get("content") {
        Some(content) if !content.is_empty() => "content",
        _ => "schema",
    };
    let (was, is) = (key(&pair.base), key(&pair.head));
    if was != is {
        let locations = (pair.base.location_of(was), pair.head.location_of(is));
        let impact = pair.context.impact(Level::Breaking, parameters::source(pair));
        changes.add("value", (Some(was.into()), Some(is.into())), locations, impact);
    }
}
