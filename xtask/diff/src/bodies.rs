//! Request bodies and responses.

use spec::Node;

use super::impact::Level;
use super::pairs::ObjectPair;

/// Whether a request body or header must be there.
pub fn is_required(node: Node) -> bool {
    node.get("required").and_then(Node::as_bool) == Some(true)
}

/// What a change of a request body is about.
pub fn subject(body: Node) -> String {
    format!("{} request body", if is_required(body) { "required" } else { "optional" })
}

/// The media types of a body, in a word.
pub fn media_types(body: Node) -> String {
    let names: Vec<_> =
        body.get("content").into_iter().flat_map(Node::entries).map(|entry| entry.key).collect();
    if names.is_empty() { "no content".to_owned() } else { names.join(" or ") }
}

/// What it means to source code whether there is JSON: other media types have no Rust type.
pub fn of_json(pair: &ObjectPair) -> Level {
    let has = |node: Node| spec::json_content(node).is_some();
    Level::breaking_if(has(pair.base.anchor()) != has(pair.head.anchor()))
}
