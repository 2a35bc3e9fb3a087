//! The examples of an object, and where they are sent.

use spec::{Direction, Node};

use super::object_index::ObjectIndex;
use super::reach;
use spec::ObjectKind as Kind;

/// The example values of a media type, parameter or header.
pub fn of<'d>(index: &ObjectIndex<'d>, node: Node<'d>) -> impl Iterator<Item = Node<'d>> {
    let named = node.get("examples").into_iter().flat_map(Node::entries);
    let named = named.filter_map(|entry| index.resolve(entry.value)?.get("value"));
    named.chain(node.get("example"))
}

/// Where a media type, parameter or header is sent, if that is known.
pub fn direction(index: &ObjectIndex, node: Node) -> Option<Direction> {
    let kind = match index.kind(node) {
        Some(Kind::MediaType) => index.owner(node).map(|(_, kind)| kind),
        kind => kind,
    };
    match kind {
        // What a callback sends is neither.
        _ if reach::is_in_callback(node) => None,
        Some(Kind::RequestBody | Kind::Parameter) => Some(Direction::Request),
        Some(Kind::Response | Kind::Header) => Some(Direction::Response),
        _ => None,
    }
}
