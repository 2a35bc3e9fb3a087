//! Which schemas requests and responses are made of.

use spec::Node;

use super::by_node::NodeSet;
use super::composition::COMPOSITES;
use super::object_index::ObjectIndex;
use spec::ObjectKind as Kind;

/// The schemas that responses are made of, each once, references followed.
pub fn of_responses<'d>(index: &ObjectIndex<'d>) -> Vec<Node<'d>> {
    let responses = index.all(Kind::Response).filter(|response| !is_in_callback(*response));
    let content = responses.filter_map(|response| response.get("content"));
    let media_types = content.flat_map(Node::entries).map(|entry| entry.value);
    closure(index, media_types.filter_map(|media_type| media_type.get("schema")))
}

/// The schemas directly inside of one.
pub fn inside<'d>(schema: Node<'d>) -> impl Iterator<Item = Node<'d>> {
    let lists = COMPOSITES.into_iter().filter_map(move |keyword| schema.get(keyword));
    let lone = ["items", "not", "additionalProperties"].into_iter();
    let lone = lone.filter_map(move |keyword| schema.get(keyword));
    let properties = schema.get("properties").into_iter().flat_map(Node::entries);
    lists.flat_map(Node::items).chain(lone).chain(properties.map(|entry| entry.value))
}

fn closure<'d>(index: &ObjectIndex<'d>, schemas: impl Iterator<Item = Node<'d>>) -> Vec<Node<'d>> {
    let mut known = NodeSet::default();
    let mut found = Vec::new();
    let mut open: Vec<Node> = schemas.collect();
    while let Some(schema) = open.pop() {
        let Some(schema) = index.resolve(schema) else { continue };
        if known.insert(schema) {
            found.push(schema);
            open.extend(inside(schema));
        }
    }
    found
}

/// Whether something is in a callback, to which the client responds.
pub fn is_in_callback(node: Node) -> bool {
    let mut around = node.parent();
    while let Some(node) = around {
        if node.key() == Some("callbacks") {
            return true;
        }
        around = node.parent();
    }
    false
}
