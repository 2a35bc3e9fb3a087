//! The examples of an object, and where they are sent.

use spec::Node;

use super::instance::Direction;
use super::outline::Outline;
use super::reach;
use spec::ObjectKind as Kind;

/// The example values of a media type, parameter or header.
pub fn of<'d>(outline: &Outline<'d>, node: Node<'d>) -> impl Iterator<Item = Node<'d>> {
    let named = node.get("examples").into_iter().flat_map(Node::entries);
    let named = named.filter_map(|entry| outline.resolve(entry.value)?.get("value"));
    named.chain(node.get("example"))
}

/// Where a media type, parameter or header is sent.
pub fn direction(outline: &Outline, node: Node) -> Direction {
    let kind = match outline.kind(node) {
        Some(Kind::MediaType) => outline.owner(node).map(|(_, kind)| kind),
        kind => kind,
    };
    match kind {
        // What a callback sends is neither.
        _ if reach::is_in_callback(node) => Direction::Either,
        Some(Kind::RequestBody | Kind::Parameter) => Direction::Request,
        Some(Kind::Response | Kind::Header) => Direction::Answer,
        _ => Direction::Either,
    }
}
