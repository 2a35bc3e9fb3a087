//! The operations of an API.

use std::collections::HashMap;
use std::collections::hash_map::Entry as Slot;

use crate::{document::Document, node::Node};

/// The methods that a path item may have, in lower case.
pub const METHODS: [&str; 8] =
    ["get", "put", "post", "delete", "options", "head", "patch", "trace"];

/// One method of one path.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Operation<'d> {
    /// The path template: `/v1/{project_id}/apps`.
    pub path: &'d str,
    /// The method in lower case, as the document writes it.
    pub method: &'d str,
    /// The operation object.
    pub node: Node<'d>,
    /// The path item object around it, with references resolved.
    pub path_item: Node<'d>,
}

/// Returns the operations in the order of the document. Values in places where OpenAPI does not
/// allow operations are left out.
///
/// ```
/// # fn main() -> Result<(), Vec<spec::ParseDiagnostic>> {
/// let source = spec::Source::new("openapi.yaml", "paths: {/apps: {get: {operationId: ListApps}}}");
/// let document = spec::Document::parse(&source)?;
/// let ids: Vec<_> = spec::operations(&document).filter_map(|operation| operation.id()).collect();
/// assert_eq!(ids, ["ListApps"]);
/// # Ok(())
/// # }
/// ```
pub fn operations<'d>(document: &'d Document<'_>) -> impl Iterator<Item = Operation<'d>> {
    let paths = document.root().get("paths").into_iter().flat_map(Node::entries);
    paths.filter(|entry| !entry.key.starts_with("x-")).flat_map(|entry| {
        let path_item = entry.value.resolve().ok();
        path_item.into_iter().flat_map(move |path_item| {
            let methods = path_item.entries().filter(|member| METHODS.contains(&member.key));
            methods.filter(|member| member.value.is_object()).map(move |member| Operation {
                path: entry.key,
                method: member.key,
                node: member.value,
                path_item,
            })
        })
    })
}

impl<'d> Operation<'d> {
    /// Returns the `operationId`.
    pub fn id(self) -> Option<&'d str> {
        self.node.get("operationId")?.as_str()
    }

    /// Returns the `operationId`; without one, the method and the path: `GET /apps`.
    pub fn label(self) -> String {
        let unnamed = || format!("{} {}", self.method.to_uppercase(), self.path);
        self.id().map_or_else(unnamed, str::to_owned)
    }

    /// Returns the parameter objects of the path and the operation, with references resolved. A
    /// parameter of the operation replaces one of the path with the same `name` and `in`.
    pub fn parameters(self) -> Vec<Node<'d>> {
        let identity = |parameter: Node<'d>| {
            Some((parameter.get("name")?.as_str()?, parameter.get("in")?.as_str()?))
        };
        let lists = [self.path_item, self.node].map(|node| node.get("parameters"));
        let mut merged: Vec<Node<'d>> = Vec::new();
        let mut places = HashMap::new();
        for parameter in lists.into_iter().flatten().flat_map(Node::items) {
            let Some(parameter) = parameter.resolve().ok() else { continue };
            let Some(new) = identity(parameter) else { continue };
            match places.entry(new) {
                Slot::Occupied(place) => merged[*place.get()] = parameter,
                Slot::Vacant(place) => {
                    place.insert(merged.len());
                    merged.push(parameter);
                }
            }
        }
        merged
    }

    /// Returns the request body object, with references resolved.
    pub fn request_body(self) -> Option<Node<'d>> {
        self.node.get("requestBody")?.resolve().ok().filter(|body| body.is_object())
    }

    /// Returns each documented status (`200`, `4XX`, `default`) and its response object, with
    /// references resolved.
    pub fn responses(self) -> impl Iterator<Item = (&'d str, Node<'d>)> {
        let entries = self.node.get("responses").into_iter().flat_map(Node::entries);
        entries.filter(|entry| !entry.key.starts_with("x-")).filter_map(|entry| {
            let response = entry.value.resolve().ok().filter(|response| response.is_object())?;
            Some((entry.key, response))
        })
    }

    /// Returns the first documented status that means success, and its response object.
    pub fn success(self) -> Option<(&'d str, Node<'d>)> {
        self.responses().find(|(status, _)| is_success(status))
    }
}

/// Returns whether a documented status is a success: 2XX, and 3XX, because a redirect that is
/// documented is what the operation is for.
///
/// ```
/// assert!(spec::is_success("204") && spec::is_success("3XX") && !spec::is_success("default"));
/// ```
pub fn is_success(status: &str) -> bool {
    status.starts_with(['2', '3'])
}
