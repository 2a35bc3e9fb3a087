//! Whether a value may be null.

use super::super::prelude::*;
use crate::rust_type::Type;

pub static KIND: Kind = Kind {
    info: KindInfo {
        id: "nullable-changed",
        summary: "A value may be null now, or may not any more.",
        rationale: "Request: a null is refused now. Answer: a null comes where an old client \
                    expects a value. Source: what may be null is an `Option`, which properties of \
                    answers and optional properties are anyway.",
        inverse: "nullable-changed",
    },
    check: Check::Object(&[Object::Schema], check),
    cases: &[
        Case::schema(
            "{type: object, properties: {a: {type: string}}}",
            "{type: object, properties: {a: {type: string, nullable: true}}}",
            &["nullable-changed (compatible, breaking, none) null is new: allowed"],
        ),
        Case::schema(
            "{type: object, required: [a], properties: {a: {type: string, nullable: true}}}",
            "{type: object, required: [a], properties: {a: {type: string}}}",
            &["nullable-changed (breaking, compatible, breaking) null is gone, was allowed"],
        ),
    ],
};

fn check<'d>(pair: &Pair<'d>, changes: &mut Changes<'d>) {
    let (was, is) = (allowed(&pair.base), allowed(&pair.head));
    let Some(effect) = Effect::of(was && !is, is && !was) else { return };
    // A list or map that may be missing is an empty one, and an `Option` only for null.
    let collection = matches!(Type::of(&pair.head), Type::List | Type::Map);
    let optional = pair.reach.optional && !(collection && pair.reach.is_request());
    let source = Level::breaking_if(!optional);
    let value = |allowed: bool| allowed.then(|| "allowed".to_owned());
    let verdicts = pair.reach.values(effect, source);
    changes.add("null", (value(was), value(is)), pair.places_of("nullable"), verdicts);
}

fn allowed(side: &Side) -> bool {
    let listed = |list: Node| list.items().any(|item| item.as_str() == Some("null"));
    side.says("nullable") || side.all("type").any(listed)
}
