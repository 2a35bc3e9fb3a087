//! A value that is sent in one direction only.

use super::super::prelude::*;

pub static KIND: ChangeKind = ChangeKind {
    info: KindInfo {
        id: "property-access-changed",
        summary: "`readOnly` or `writeOnly` was added or removed.",
        rationale: "Request: the server ignores or rejects a property that became read-only; a \
                    property that is no longer read-only must be sent if it is required. \
                    Response: the server no longer returns a property that became write-only. \
                    Source: a required property of a request is an argument of the constructor, \
                    unless it is read-only.",
        inverse: "property-access-changed",
    },
    check: Check::Schema(check),
    cases: &[
        Case::schema(
            "{type: object, properties: {a: {type: string}}}",
            "{type: object, properties: {a: {type: string, readOnly: true}}}",
            &["property-access-changed (risky, none, none) `readOnly` was false, is true"],
        ),
        Case::schema(
            "{type: object, required: [a], properties: {a: {type: string, readOnly: true}}}",
            "{type: object, required: [a], properties: {a: {type: string}}}",
            &["property-access-changed (breaking, none, breaking) `readOnly` was true, is false"],
        ),
        Case::schema(
            "{type: object, properties: {a: {type: string}}}",
            "{type: object, properties: {a: {type: integer, readOnly: true}}}",
            &[
                "property-access-changed (risky, none, none) `readOnly` was false, is true",
                "type-changed (none, breaking, breaking) `type` was string, is integer",
            ],
        ),
        Case::schema(
            "{type: object, properties: {a: {type: string}}}",
            "{type: object, properties: {a: {type: string, writeOnly: true}}}",
            &["property-access-changed (none, risky, none) `writeOnly` was false, is true"],
        ),
    ],
};

fn check<'d>(pair: &ObjectPair<'d>, changes: &mut Changes<'d>) {
    for (key, direction) in [("readOnly", Direction::Request), ("writeOnly", Direction::Response)] {
        let (was, is) = (pair.base.is_true(key), pair.head.is_true(key));
        if was == is {
            continue;
        }
        let level = match pair.context.direction == direction {
            true if is => Level::Risky,
            true if direction == Direction::Request && !pair.context.optional => Level::Breaking,
            true => Level::Compatible,
            // Whether it is sent in the other direction does not depend on the keyword.
            false => Level::None,
        };
        let values = (Some(was.to_string()), Some(is.to_string()));
        // Who builds a request gives the required properties that are not read-only.
        let is_given = pair.context.is_request() && !pair.context.optional && !pair.context.text;
        let is_left_out = |object: &ResolvedObject| rust_properties::is_left_out(object);
        let differ = is_left_out(&pair.base) != is_left_out(&pair.head);
        let source = Level::breaking_if(is_given && differ);
        let impact = pair.context.assume_sent().impact(level, source);
        changes.add(format!("`{key}`"), values, pair.locations_of(key), impact);
    }
}
