//! Members of objects.

use spec::Node;

use super::location::Location;

/// Returns the text of a member; empty if there is none.
pub fn text<'d>(node: Node<'d>, key: &str) -> &'d str {
    node.get(key).and_then(Node::as_str).unwrap_or_default()
}

/// Returns the location of a member.
pub fn member<'d>(node: Node<'d>, key: &str) -> Location<'d> {
    node.get(key).map_or(Location::missing_in(node), Location::at)
}
