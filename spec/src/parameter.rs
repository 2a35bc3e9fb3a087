//! What OpenAPI says of parameters.

use crate::node::Node;
use crate::operation::Operation;

/// The header parameters that OpenAPI 3.0.3 ignores: other parts of the document describe them.
const IGNORED_HEADERS: [&str; 3] = ["accept", "content-type", "authorization"];

/// Returns whether a header parameter of this name is ignored.
///
/// ```
/// assert!(spec::is_ignored_header("Content-Type"));
/// ```
pub fn is_ignored_header(name: &str) -> bool {
    IGNORED_HEADERS.iter().any(|ignored| name.eq_ignore_ascii_case(ignored))
}

/// Returns whether a header of this name carries a credential of the operation: that of an `apiKey`
/// scheme in its `security`, or in that of the document if it has none. Clients set it themselves.
pub fn is_credential_header(operation: Operation, name: &str) -> bool {
    let document = operation.node.document();
    let root = document.root();
    let security = operation.node.get("security").or_else(|| root.get("security"));
    let requirements = security.into_iter().flat_map(Node::items).flat_map(Node::entries);
    let schemes = document.at("/components/securitySchemes");
    let mut used = requirements.filter_map(|entry| schemes?.get(entry.key)?.resolve().ok());
    used.any(|scheme| {
        let says = |key: &str| scheme.get(key).and_then(Node::as_str).unwrap_or_default();
        says("in") == "header" && says("name").eq_ignore_ascii_case(name)
    })
}

/// Returns whether a parameter, header or request body must be there. A parameter in the path must.
pub fn is_required(node: Node) -> bool {
    node.get("in").and_then(Node::as_str) == Some("path")
        || node.get("required").and_then(Node::as_bool) == Some(true)
}
