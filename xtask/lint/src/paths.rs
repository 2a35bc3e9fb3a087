//! Paths with their names in braces, and the operations and parameters below them.

use spec::{Entry, METHODS, Node};

use super::object_index::ObjectIndex;
use mapping::extensions::{PAGINATION, PAGINATION_FIELDS};
use spec::ObjectKind as Kind;

/// An operation of a path.
pub struct PathOperation<'d> {
    pub path: &'d str,
    /// The method in lower case.
    pub method: &'d str,
    pub operation: Node<'d>,
    /// The path item around it, as it is written.
    pub item: Node<'d>,
}

/// A parameter, references followed.
pub struct Parameter<'d> {
    pub name: &'d str,
    /// Its `in`.
    pub location: &'d str,
}

impl Parameter<'_> {
    pub fn is(&self, location: &str, name: &str) -> bool {
        self.location == location && self.name == name
    }
}

/// A path without its braces and what is between them.
pub fn without_expressions(path: &str) -> String {
    let mut pieces = path.split('{');
    let first = pieces.next().unwrap_or_default().to_owned();
    let rest = pieces.map(|piece| piece.split_once('}').map_or(piece, |(_, rest)| rest));
    rest.fold(first, |text, piece| text + piece)
}

/// Every path with its item, if that can be read.
pub fn items<'d>(index: &ObjectIndex<'d>) -> impl Iterator<Item = Entry<'d>> {
    let entries = index.all(Kind::Paths).flat_map(Node::entries);
    entries
        .filter(|entry| entry.key.starts_with('/'))
        .filter(|entry| index.resolve(entry.value).is_some())
}

/// How an operation's list is walked page by page.
pub fn pagination(operation: Node) -> Option<Node> {
    let pagination = operation.get(PAGINATION)?;
    PAGINATION_FIELDS.iter().any(|field| pagination.get(field).is_some()).then_some(pagination)
}

/// A path item and, if it has a `$ref`, what that leads to: the fields of both count.
pub fn layers<'d>(index: &ObjectIndex<'d>, item: Node<'d>) -> impl Iterator<Item = Node<'d>> {
    let target = index.resolve(item).filter(|target| *target != item);
    [Some(item), target].into_iter().flatten()
}

/// The methods of a path item.
pub fn methods<'d>(
    index: &ObjectIndex<'d>,
    item: Node<'d>,
) -> impl Iterator<Item = (&'d str, Node<'d>)> {
    let members = layers(index, item).flat_map(Node::entries);
    members
        .filter(|member| METHODS.contains(&member.key) && member.value.is_object())
        .map(|member| (member.key, member.value))
}

/// Every operation of every path.
pub fn operations<'d>(index: &ObjectIndex<'d>) -> impl Iterator<Item = PathOperation<'d>> {
    items(index).flat_map(move |Entry { key: path, value: item, .. }| {
        methods(index, item).map(move |(method, operation)| PathOperation {
            path,
            method,
            operation,
            item,
        })
    })
}

/// What stands in a list of parameters, if it can be read.
pub fn parameter<'d>(index: &ObjectIndex<'d>, written: Node<'d>) -> Option<Parameter<'d>> {
    let node = index.resolve(written)?;
    let says = |field: &str| node.get(field)?.as_str();
    Some(Parameter { name: says("name")?, location: index.choice(node, "in")? })
}

/// What stands in the lists of parameters of a path item and an operation.
pub fn listed<'d>(
    index: &ObjectIndex<'d>,
    item: Node<'d>,
    operation: Node<'d>,
) -> impl Iterator<Item = Node<'d>> {
    let lists = layers(index, item).chain([operation]).filter_map(|node| node.get("parameters"));
    lists.flat_map(|list| {
        // A reference in place of the list may lead to any parameter, so it cannot be read.
        let replaced = index.is_replaced(list).then_some(list);
        list.items().chain(replaced)
    })
}

/// The parameters of an operation and its path item; none if one of them cannot be read.
pub fn parameters<'d>(
    index: &ObjectIndex<'d>,
    item: Node<'d>,
    operation: Node<'d>,
) -> Option<Vec<Parameter<'d>>> {
    listed(index, item, operation).map(|written| parameter(index, written)).collect()
}

/// The successful responses of an operation, as [`responses`]: `default` where no success is documented.
pub fn successes<'d>(
    index: &ObjectIndex<'d>,
    operation: Node<'d>,
) -> impl Iterator<Item = (&'d str, Node<'d>, Node<'d>)> {
    let has_success = responses(index, operation).any(|(status, ..)| spec::is_success(status));
    responses(index, operation).filter(move |(status, ..)| {
        if has_success { spec::is_success(status) } else { *status == "default" }
    })
}

/// Every documented status of an operation, what is written there, and the response it means.
pub fn responses<'d>(
    index: &ObjectIndex<'d>,
    operation: Node<'d>,
) -> impl Iterator<Item = (&'d str, Node<'d>, Node<'d>)> {
    let entries = operation.get("responses").into_iter().flat_map(Node::entries);
    entries
        .filter(|entry| !entry.key.starts_with("x-"))
        .filter_map(|entry| Some((entry.key, entry.value, index.resolve(entry.value)?)))
}
