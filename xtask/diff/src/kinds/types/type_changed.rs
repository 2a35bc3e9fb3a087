//! The type of a value.

use std::collections::BTreeSet;

use super::super::prelude::*;

pub static KIND: ChangeKind = ChangeKind {
    info: KindInfo {
        id: "type-changed",
        summary: "`type` was added, removed or changed. `number` includes `integer`; a string in \
                  a URL can also be a `boolean`, `integer` or `number`.",
        rationale: "Request: the server may reject values of the old type. Response: an old \
                    client cannot read values of the new type. Source: the Rust type changed.",
        inverse: "type-changed",
    },
    check: Check::Schema(check),
    cases: &[
        Case::schema(
            "{type: string}",
            "{type: boolean}",
            &["type-changed (breaking, breaking, breaking) `type` was string, is boolean"],
        ),
        Case::schema(
            "{type: integer}",
            "{type: number}",
            &["type-changed (compatible, breaking, breaking) `type` was integer, is number"],
        ),
        // The other keywords still mean something where one type has the other's values.
        Case::schema(
            "{type: integer, maximum: 5}",
            "{type: number, maximum: 9}",
            &[
                "type-changed (compatible, breaking, breaking) `type` was integer, is number",
                "maximum-changed (compatible, breaking, none) `maximum` was 5, is 9",
            ],
        ),
        Case::schema(
            "{type: string}",
            "{}",
            &["type-changed (compatible, breaking, breaking) `type` was removed: string"],
        ),
        Case::operation(
            "parameters: [{name: a, in: query, schema: {type: boolean}}]",
            "parameters: [{name: a, in: query, schema: {type: string}}]",
            &["type-changed (compatible, none, breaking) `type` was boolean, is string"],
        ),
        Case::schema(
            "{type: object, required: [a], properties: {a: {type: string}}}",
            "{type: string, maxLength: 5}",
            &["type-changed (breaking, breaking, breaking) `type` was object, is string"],
        ),
        Case::schema(
            "{type: array, items: {type: string}}",
            "{type: array, items: {type: integer}}",
            &["type-changed (breaking, breaking, breaking) `type` was string, is integer"],
        ),
        // The service calls back; the client has no types for it.
        Case::operation(
            "callbacks: {a: {b: {post: {requestBody: {content: {application/json: {schema: {type: string}}}}}}}}",
            "callbacks: {a: {b: {post: {requestBody: {content: {application/json: {schema: {type: integer}}}}}}}}",
            &["type-changed (none, breaking, none) `type` was string, is integer"],
        ),
    ],
};

fn check<'d>(pair: &ObjectPair<'d>, changes: &mut Changes<'d>) {
    let (was, is) = (schema_types::types(&pair.base), schema_types::types(&pair.head));
    let written = |object: &ResolvedObject| object.get("type").is_some();
    let (old, new) = (written(&pair.base), written(&pair.head));
    if was == is && old == new {
        return;
    }
    let text = pair.context.text;
    let gone = new && !(old && was.iter().all(|name| schema_types::allows(&is, name, text)));
    let more = old && !(new && is.iter().all(|name| schema_types::allows(&was, name, text)));
    let Some(allowed) = Allowed::of(gone, more) else { return };
    let value = |types: &BTreeSet<&str>, written: bool| {
        written.then(|| types.iter().copied().collect::<Vec<_>>().join(" or "))
    };
    let impact = pair.context.values(allowed, pair.type_level());
    changes.add("`type`", (value(&was, old), value(&is, new)), pair.locations_of("type"), impact);
}
