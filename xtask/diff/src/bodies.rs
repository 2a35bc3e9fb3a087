//! Request bodies and responses.

use spec::{Node, is_required};

use super::context::Context;
use super::impact::Level;
use super::pairs::ObjectPair;
use super::rust_bodies::RequestForm;

/// What a change of a request body is about.
pub fn subject(body: Node) -> String {
    format!("{} request body", if is_required(body) { "required" } else { "optional" })
}

/// Returns the context of a request body, which callers see in Rust unless the service sends it, or
/// it has no content.
pub fn in_rust(context: Context, body: Node) -> Context {
    let has_content = RequestForm::of(body) != RequestForm::None;
    Context { typed: context.is_request() && has_content, ..context }
}

/// The media types of a body, in a word.
pub fn media_types(body: Node) -> String {
    let names: Vec<_> =
        body.get("content").into_iter().flat_map(Node::entries).map(|entry| entry.key).collect();
    if names.is_empty() { "no content".to_owned() } else { names.join(" or ") }
}

/// What it means to source code that a media type of a request was added or removed: callers give
/// JSON, bytes, or one of both, and name one of several media types.
pub fn of_media_type(pair: &ObjectPair) -> Level {
    let [was, is] = [&pair.base, &pair.head].map(|body| RequestForm::of(body.anchor()));
    match (was, is) {
        _ if !pair.context.is_request() || was == is => Level::None,
        // JSON becomes the choice that an argument takes.
        (RequestForm::Json, RequestForm::Choice) => Level::Risky,
        _ => Level::Breaking,
    }
}
