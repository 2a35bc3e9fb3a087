//! The examples of an object, and where they are sent.

use spec::Node;

use super::instance::Direction;
use super::object_index::ObjectIndex;
use super::reach;
use spec::ObjectKind as Kind;

/// The example values of a media type, parameter or header.
pub fn of<'d>(index: &ObjectIndex<'d>, node: Node<'d>) -> impl Iterator<Item = Node<'d>> {
    let named = node.get("examples").into_iter().flat_map(Node::entries);
    let named = named.filter_map(|entry| index.resolve(entry.value)?.get("value"));
    named.chain(node.get("example"))
}

/// Where a media type, parameter or header is sent.
pub fn direction(index: &ObjectIndex, node: Node) -> Direction {
    let kind = match index.kind(node) {
        Some(Kind::MediaType) => index.owner(node).map(|(_, kind)| kind),
        kind => kind,
    };
    match kind {
        // What a callback sends is neither.
        _ if reach::is_in_callback(node) => Direction::Either,
        Some(Kind::RequestBody | Kind::Parameter) => Direction::Request,
        Some(Kind::Response | Kind::Header) => Direction::Response,
        _ => Direction::Either,
    }
}
