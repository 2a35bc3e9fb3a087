//! Changes of `nullable`.

use super::super::prelude::*;

pub static KIND: ChangeKind = ChangeKind {
    info: KindInfo {
        id: "nullable-changed",
        summary: "A value may now be null, or may no longer be null.",
        rationale: "Request: the server rejects null. Response: the server may return null where \
                    an old client expects a value. Source: a value that may be null is an \
                    `Option`. Properties of responses and parameters are always an `Option`; an \
                    optional property of a request gets a second one.",
        inverse: "nullable-changed",
    },
    check: Check::Object(&[ObjectKind::Schema], check),
    cases: &[
        // Without a type, null is allowed.
        Case::schema(
            "{type: integer, nullable: true}",
            "{}",
            &[
                "nullable-changed (compatible, compatible, breaking) null was removed: allowed",
                "type-changed (compatible, breaking, breaking) `type` was removed: integer",
            ],
        ),
        Case::schema(
            "{type: object, properties: {a: {type: string}}}",
            "{type: object, properties: {a: {type: string, nullable: true}}}",
            &["nullable-changed (compatible, breaking, breaking) null was added: allowed"],
        ),
        Case::schema(
            "{type: object, required: [a], properties: {a: {type: string, nullable: true}}}",
            "{type: object, required: [a], properties: {a: {type: string}}}",
            &["nullable-changed (breaking, compatible, breaking) null was removed: allowed"],
        ),
    ],
};

fn check<'d>(pair: &ObjectPair<'d>, changes: &mut Changes<'d>) {
    let (was, is) = (allowed(&pair.base), allowed(&pair.head));
    let Some(allowed) = Allowed::of(was && !is, is && !was) else { return };
    let source = pair.rust.as_ref().map_or(Level::None, |change| change.null_level);
    let value = |allowed: bool| allowed.then(|| "allowed".to_owned());
    let impact = pair.context.values(allowed, source);
    changes.add("null", (value(was), value(is)), pair.locations_of("nullable"), impact);
}

fn allowed(object: &ResolvedObject) -> bool {
    let listed = |list: Node| list.items().any(|item| item.as_str() == Some("null"));
    object.is_true("nullable") || object.all("type").any(listed)
}
