//! What stands between `openapi.yaml` and progenitor: small passes over a copy of the document.
//!
//! The document is written for people and stays as it is. Each pass takes away one thing that
//! progenitor cannot take, or that would make a worse client, and shows what it does in its tests.

pub mod bodies;
#[cfg(test)]
mod case;
mod compose;
mod drop_constraints;
mod drop_unreferenced;
mod drop_unsupported;
mod explode_objects;
mod field_names;
mod headers;
mod infer_types;
mod inline_components;
pub mod lowered;
pub mod media;
mod name_inline_schemas;
mod newtypes;
mod nullable;
mod open_enums;
mod open_responses;
mod operation_ids;
mod optional_lists;
pub mod parameters;
mod path_parameters;
mod path_segments;
pub mod query_pairs;
mod read_only;
mod refs;
mod sanitize_docs;
mod secrets;
mod sort_keys;
mod strip_unused;
mod successes;
pub mod walk;

use serde_json::Value;

use lowered::Lowered;

type Pass = fn(&mut Lowered);

/// Makes the document simple and gives its types the names and the openness that the client shows.
const SHAPE: &[Pass] = &[
    // What the document does not mean.
    sort_keys::pass,
    // The form of a reference.
    infer_types::pass,
    refs::pass,
    // The form of an operation.
    inline_components::pass,
    drop_unsupported::pass,
    operation_ids::pass,
    headers::pass,
    path_parameters::pass,
    successes::unite,
    bodies::choose,
    // The form of a schema.
    explode_objects::alternatives,
    compose::pass,
    explode_objects::properties,
    parameters::pass,
    query_pairs::pass,
    read_only::pass,
    open_responses::pass,
    nullable::pass,
    name_inline_schemas::pass,
    field_names::pass,
    optional_lists::pass,
    // The types of the client.
    open_enums::pass,
    secrets::pass,
    newtypes::pass,
    drop_constraints::pass,
    bodies::name,
    sanitize_docs::pass,
];

/// Hides from progenitor what the face does itself: errors, bodies, path segments.
const HIDE: &[Pass] = &[
    successes::pass,
    secrets::hide,
    drop_unreferenced::pass,
    bodies::hide,
    parameters::hide,
    path_segments::pass,
    query_pairs::hide,
    operation_ids::hide,
    strip_unused::pass,
];

/// A copy of the document in the shape that the face of the client is written from.
pub fn shape(document: Value) -> Lowered {
    let mut lowered = Lowered::of(document);
    SHAPE.iter().for_each(|pass| pass(&mut lowered));
    lowered
}

/// The same document as progenitor shall see it.
pub fn hide(lowered: &mut Lowered) {
    HIDE.iter().for_each(|pass| pass(lowered));
}
