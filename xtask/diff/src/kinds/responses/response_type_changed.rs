//! The type in Rust of the responses that mean success.

use crate::rust_bodies::{ResponseForm, ResponseType, differ};

use super::super::prelude::*;

pub static KIND: ChangeKind = ChangeKind {
    info: KindInfo {
        id: "response-type-changed",
        summary: "The successful responses of an operation together have another type in the \
                  client: one of them was added or removed, or its media types have another \
                  form.",
        rationale: "Source: a call returns one type for all successes. Responses with several \
                    schemas become a type with the fields of all of them, an empty response next \
                    to others makes it an `Option`, and media types other than JSON are text or \
                    bytes.",
        inverse: "response-type-changed",
    },
    check: Check::Operation(check),
    cases: &[
        Case::operation(
            "responses: {'200': {description: A., content: {text/plain: {}}}}",
            "responses: {'200': {description: A., content: {image/png: {}}}}",
            &[
                "media-type-added (none, compatible, none) media type was added: image/png",
                "media-type-removed (none, breaking, none) media type was removed: text/plain",
                "response-type-changed (none, none, breaking) type of the response was text, is \
                 bytes",
            ],
        ),
        Case::operation(
            "responses: {'200': {description: A., content: {application/json: {schema: {type: string}}}}}",
            "responses: {'200': {description: A., content: {application/json: {schema: {type: string}}}}, '202': {description: Later.}}",
            &[
                "response-added (none, risky, none) status was added: 202",
                "response-type-changed (none, none, breaking) type of the response was JSON as \
                 String, is JSON as Option<String>",
            ],
        ),
        Case::operation(
            "responses: {'200': {content: {application/json: {schema: {properties: {a: {}}}}}}}",
            "responses: {'200': {content: {application/json: {schema: {properties: {a: {}}}}}}, '202': {content: {application/json: {schema: {properties: {b: {}}}}}}}",
            &[
                "response-added (none, risky, none) status was added: 202",
                "response-type-changed (none, none, compatible) field of the response was added: b",
            ],
        ),
        Case::operation(
            "responses: {'200': {content: {application/json: {schema: {type: string}}}}}",
            "responses: {'200': {content: {application/json: {schema: {type: string}}}}, '202': {content: {text/plain: {}}}}",
            &[
                "response-added (none, risky, none) status was added: 202",
                "response-type-changed (none, none, breaking) type of the response was JSON as \
                 String, is bytes",
            ],
        ),
    ],
};

fn check<'d>(pair: &OperationPair<'d>, changes: &mut Changes<'d>) {
    if !pair.context.is_request() {
        return;
    }
    let (was, is) = (ResponseType::of(pair.base), ResponseType::of(pair.head));
    if was.form == ResponseForm::Json && is.form == was.form {
        of_members(pair, (&was, &is), changes);
    }
    if differ(pair, &was, &is) {
        changes.add(
            "type of the response",
            (Some(was.name()), Some(is.name())),
            (member(pair.base.node, "responses"), member(pair.head.node, "responses")),
            Impact::source(Level::Breaking),
        );
    }
}

/// Checks the fields of several responses, which are in one type.
fn of_members<'d>(
    pair: &OperationPair<'d>,
    (was, is): (&ResponseType<'d>, &ResponseType<'d>),
    changes: &mut Changes<'d>,
) {
    if was.statuses == is.statuses {
        return;
    }
    let members = |of: &ResponseType<'d>| -> choices::Names {
        let schemas = of.schemas.iter().map(|&schema| ResolvedObject::schema(schema, [schema]));
        schemas.flat_map(|schema| choices::members(&schema)).collect()
    };
    let (before, after) = (members(was), members(is));
    let locations = (member(pair.base.node, "responses"), member(pair.head.node, "responses"));
    for removed in before.difference(&after) {
        let values = (Some(removed.clone()), None);
        changes.add("field of the response", values, locations, Impact::source(Level::Breaking));
    }
    for added in after.difference(&before) {
        let values = (None, Some(added.clone()));
        changes.add("field of the response", values, locations, Impact::source(Level::Compatible));
    }
}
