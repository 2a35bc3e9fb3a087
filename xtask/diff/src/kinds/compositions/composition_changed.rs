//! A choice between schemas that came, went, or is another kind of choice.

use super::super::prelude::*;

pub static KIND: ChangeKind = ChangeKind {
    info: KindInfo {
        id: "composition-changed",
        summary: "`oneOf` or `anyOf` was added or removed, and the other schema is not one of its \
                  alternatives; or `oneOf` became `anyOf`, which allows a value to match \
                  several schemas.",
        rationale: "Request: the server may reject values that it accepted before. Response: the \
                    server may return values that were not allowed before. Source: all \
                    alternatives are one type in Rust, which may become another type, or have \
                    other fields or variants.",
        inverse: "composition-changed",
    },
    check: Check::Object(&[ObjectKind::Schema], check),
    cases: &[
        // A choice that is one of its own alternatives allows no more than the others.
        Case::document(
            "
paths:
  /a: {post: {requestBody: {content: {application/json: {schema: {type: string}}}}}}
components: {schemas: {S: {anyOf: [{$ref: '#/components/schemas/S'}, {type: integer}]}}}
",
            "
paths:
  /a: {post: {requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/S'}}}}}}
components: {schemas: {S: {anyOf: [{$ref: '#/components/schemas/S'}, {type: integer}]}}}
",
            &[
                "composition-changed (breaking, none, breaking) choice was added: anyOf",
                "type-changed (compatible, none, breaking) `type` was removed: string",
            ],
        ),
        Case::schema(
            "{type: object}",
            "{type: object, anyOf: [{required: [a]}, {required: [b]}]}",
            &["composition-changed (breaking, compatible, breaking) choice was added: anyOf"],
        ),
        Case::schema(
            "{oneOf: [{type: string}, {type: string, minLength: 5}]}",
            "{anyOf: [{type: string}, {type: string, minLength: 5}]}",
            &["composition-changed (compatible, breaking, none) choice was oneOf, is anyOf"],
        ),
        // No value fits both.
        Case::schema(
            "{oneOf: [{type: string}, {type: integer}]}",
            "{anyOf: [{type: string}, {type: integer}]}",
            &["composition-changed (none, none, none) choice was oneOf, is anyOf"],
        ),
    ],
};

fn check<'d>(pair: &ObjectPair<'d>, changes: &mut Changes<'d>) {
    let (was, is): (Vec<_>, Vec<_>) =
        (pair.base.choices().collect(), pair.head.choices().collect());
    let key = |list: Node| list.key().unwrap_or_default().to_owned();
    for index in 0..was.len().max(is.len()) {
        let (old, new) = (was.get(index).copied(), is.get(index).copied());
        let allowed = match (old.map(key).as_deref(), new.map(key).as_deref()) {
            (Some("oneOf"), Some("anyOf")) => Allowed::Wider,
            (Some("anyOf"), Some("oneOf")) => Allowed::Narrower,
            (None, Some(_)) => Allowed::Narrower,
            (Some(_), None) => Allowed::Wider,
            _ => continue,
        };
        let locations = (
            old.map_or(Location::missing_in(pair.base.anchor()), Location::at),
            new.map_or(Location::missing_in(pair.head.anchor()), Location::at),
        );
        let lacks = |choice: Option<Node>, other: &ResolvedObject| {
            let known = choices::members(other);
            choice.is_some_and(|choice| !choices::members_of_choice(choice).is_subset(&known))
        };
        let of_members = match () {
            () if new.is_none() && lacks(old, &pair.head) => Level::Breaking,
            () if old.is_none() && lacks(new, &pair.base) => Level::Compatible,
            () => Level::None,
        };
        let source = pair.type_level().max(of_members);
        let impact = pair.context.values(allowed, source);
        changes.add("choice", (old.map(key), new.map(key)), locations, impact);
    }
}
