//! Which operations, parameters, responses and schemas of two documents are the same ones.

use std::rc::Rc;

use spec::{Document, Entry, Node, Operation, without_names};

use super::context::Context;
use super::fingerprints::Fingerprints;
use super::matched::Matched;
use super::members::text;
use super::pairs::{ObjectPair, OperationPair};
use super::paths::{positions, sorted_names};
use super::resolved_object::ResolvedObject;
use super::schemas::referenced;
use super::security::Schemes;
use super::servers::{self, Server};

/// Operations by path and method; then by what is fixed in the path; then by their whole address;
/// then by their id.
pub fn operations<'d>(base: &'d Document<'d>, head: &'d Document<'d>) -> Matched<Operation<'d>> {
    Matched::of(spec::operations(base), spec::operations(head))
        .by(|operation| Some((operation.path, operation.method)))
        .by(|operation| Some((without_names(operation.path), operation.method)))
        .by(|operation| {
            let server = servers::servers(operation).first().copied()?;
            Some((server.address(operation.path), operation.method))
        })
        .by(|operation| operation.id())
}

pub fn pair_operations<'d>(
    base: Operation<'d>,
    head: Operation<'d>,
    context: Context,
    schemes: Rc<Schemes<'d>>,
) -> OperationPair<'d> {
    // The same names in another order are no new names.
    let renamed = sorted_names(base.path) != sorted_names(head.path);
    let placed = |operation: Operation<'d>| {
        let positions = positions(operation.path);
        let parameters = operation.parameters().into_iter().filter(|&node| !is_ignored(node));
        let placed = parameters.map(|node| {
            let in_path = text(node, "in") == "path" && renamed;
            let position = || positions.get(text(node, "name")).copied();
            (node, in_path.then(position).flatten())
        });
        placed.collect::<Vec<_>>()
    };
    let name = |node: Node<'d>| match text(node, "in") {
        "header" => ("header", text(node, "name").to_lowercase()),
        location => (location, text(node, "name").to_owned()),
    };
    let parameters = Matched::of(placed(base), placed(head))
        .by(|(_, position)| position)
        .by(|(node, _)| Some(name(node)))
        .map(|(node, _)| node);
    OperationPair { base, head, context, parameters, schemes, covered: Vec::new() }
}

/// Whether OpenAPI says that a parameter is ignored.
pub fn is_ignored(parameter: Node) -> bool {
    text(parameter, "in") == "header" && spec::is_ignored_header(text(parameter, "name"))
}

/// Responses by status; a success that has another status now, and is the only one, is the same.
pub fn responses<'d>(pair: &OperationPair<'d>) -> Matched<(&'d str, Node<'d>)> {
    let entries = |operation: Operation<'d>| {
        let entries = operation.node.get("responses").into_iter().flat_map(Node::entries);
        entries
            .filter(|entry| !entry.key.starts_with("x-"))
            .map(|entry| (entry.key, entry.value))
            .collect::<Vec<_>>()
    };
    let matched = Matched::of(entries(pair.base), entries(pair.head))
        .by(|(status, _)| Some(status.to_ascii_uppercase()));
    let is_success = |&&(status, _): &&(&str, Node)| status.starts_with('2');
    let only = |list: &[(&str, Node)]| list.iter().filter(is_success).count() == 1;
    match only(&matched.removed) && only(&matched.added) {
        true => matched.by(|(status, _)| status.starts_with('2').then_some(())),
        false => matched,
    }
}

/// What the service calls because of an operation, by the name of the callback, path and method.
pub fn callbacks<'d>(pair: &OperationPair<'d>) -> Matched<(&'d str, Operation<'d>)> {
    Matched::of(calls(pair.base), calls(pair.head))
        .by(|(name, call)| Some((name, call.path, call.method)))
}

fn calls(operation: Operation<'_>) -> Vec<(&str, Operation<'_>)> {
    let callbacks = operation.node.get("callbacks").into_iter().flat_map(Node::entries);
    let expressions = callbacks.flat_map(|callback| {
        let paths = callback.value.resolve().unwrap_or(callback.value).entries();
        paths.map(move |path| (callback.key, path))
    });
    let calls = expressions.flat_map(|(name, path)| {
        let path_item = path.value.resolve().unwrap_or(path.value);
        let methods = path_item.entries().filter(|method| spec::METHODS.contains(&method.key));
        methods.map(move |Entry { key, value, .. }| {
            (name, Operation { path: path.key, method: key, node: value, path_item })
        })
    });
    calls.collect()
}

/// Media types by name; then by what stands before their parameters.
pub fn content<'d>(pair: &ObjectPair<'d>) -> Matched<(&'d str, Node<'d>)> {
    named(pair, "content")
        .by(|(name, _)| Some(name.to_ascii_lowercase().replace([' ', '"'], "")))
        .by(|(name, _)| Some(spec::essence(name)))
}

/// Headers of a response, whose names have no case. What `Content-Type` says is ignored.
pub fn headers<'d>(pair: &ObjectPair<'d>) -> Matched<(&'d str, Node<'d>)> {
    let mut headers = named(pair, "headers");
    for list in [&mut headers.removed, &mut headers.added] {
        list.retain(|(name, _)| !name.eq_ignore_ascii_case("content-type"));
    }
    headers.by(|(name, _)| Some(name.to_ascii_lowercase()))
}

/// The members of a member by their names, none of them matched yet. Names may begin with `x-`, as
/// those of headers do.
pub fn named<'d>(pair: &ObjectPair<'d>, key: &str) -> Matched<(&'d str, Node<'d>)> {
    let members = |object: &ResolvedObject<'d>| {
        let entries = object.get(key).into_iter().flat_map(Node::entries);
        entries.map(|entry| (entry.key, entry.value)).collect::<Vec<_>>()
    };
    Matched::of(members(&pair.base), members(&pair.head))
}

/// Servers of an operation by their URL; if both documents have one other, it was changed.
pub fn servers<'d>(pair: &OperationPair<'d>) -> Matched<Server<'d>> {
    let matched = Matched::of(servers::servers(pair.base), servers::servers(pair.head))
        .by(|server| Some(server.plain_url()));
    match (matched.removed.len(), matched.added.len()) {
        (1, 1) => matched.in_order(),
        _ => matched,
    }
}

/// Alternatives by the name that they refer to; then by what they allow; then by their order.
pub fn alternatives<'d>(
    base: Vec<Node<'d>>,
    head: Vec<Node<'d>>,
    fingerprints: &mut Fingerprints<'d>,
) -> Matched<Node<'d>> {
    let matched = Matched::of(base, head).by(referenced).by(|schema| Some(fingerprints.of(schema)));
    let other = |list: &[Node]| list.iter().any(|schema| referenced(*schema).is_some());
    match other(&matched.removed) && other(&matched.added) {
        true => matched,
        false => matched.in_order(),
    }
}
