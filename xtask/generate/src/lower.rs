//! Lowering: small passes that turn a copy of the document into one that progenitor accepts.
//!
//! Each pass removes one construct that progenitor cannot handle, or that would make a worse client;
//! its tests show a document before and after. Passes are infallible: lint reports unsupported input
//! before generation starts. A pass leaves nothing in the document for a later one but keywords of
//! OpenAPI, because every `x-…` belongs to the author of the document.

pub mod bodies;
#[cfg(test)]
mod case;
pub mod clearable;
mod compose;
mod descriptions;
mod discriminators;
mod drop_constraints;
mod drop_unreferenced;
mod drop_unsupported;
mod explode_objects;
mod facts;
mod field_names;
mod headers;
pub mod infer_types;
mod inline_components;
pub mod lowered;
pub mod media;
mod name_inline_schemas;
mod newtypes;
mod nullable;
mod numbers;
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
pub mod successes;
mod timestamps;
pub mod walk;

use serde_json::Value;

use lowered::Lowered;

type Pass = fn(&mut Lowered);

/// Simplifies the document and gives its types the names and the openness that the client shows.
///
/// The order matters: a pass may rely on what an earlier one has removed.
const NORMALIZE: &[Pass] = &[
    // Order of keys.
    sort_keys::pass,
    // References.
    infer_types::pass,
    refs::pass,
    // Operations.
    inline_components::pass,
    drop_unsupported::pass,
    operation_ids::pass,
    headers::pass,
    path_parameters::pass,
    successes::merge,
    bodies::choose_media_type,
    facts::pass,
    // Schemas and parameters.
    discriminators::pass,
    explode_objects::alternatives,
    compose::pass,
    explode_objects::properties,
    parameters::pass,
    query_pairs::pass,
    read_only::pass,
    numbers::pass,
    nullable::pass,
    name_inline_schemas::pass,
    open_responses::pass,
    field_names::pass,
    // Types of the client.
    open_enums::pass,
    secrets::pass,
    newtypes::pass,
    timestamps::pass,
    drop_constraints::pass,
    bodies::name_schemas,
    // What may be absent, null or empty.
    clearable::pass,
    optional_lists::pass,
    // Documentation.
    descriptions::pass,
    sanitize_docs::pass,
];

/// Removes what the typed API handles itself: errors, request bodies, path segments, secrets.
const FOR_PROGENITOR: &[Pass] = &[
    successes::for_progenitor,
    secrets::for_progenitor,
    clearable::for_progenitor,
    drop_unreferenced::pass,
    bodies::for_progenitor,
    path_segments::pass,
    parameters::for_progenitor,
    query_pairs::for_progenitor,
    operation_ids::for_progenitor,
    descriptions::for_progenitor,
    strip_unused::pass,
];

/// Returns the normalized document, from which the typed API is written.
pub fn normalize(document: Value) -> Lowered {
    let mut lowered = Lowered::of(document);
    NORMALIZE.iter().for_each(|pass| pass(&mut lowered));
    lowered
}

/// Turns a normalized document into one that progenitor accepts.
pub fn for_progenitor(lowered: &mut Lowered) {
    FOR_PROGENITOR.iter().for_each(|pass| pass(lowered));
}
