//! What OpenAPI says of parameters.

use crate::document::Document;
use crate::node::Node;

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

/// Returns whether a header of this name carries a credential: that of a security scheme of the
/// document, whatever operations it is for. Clients set it for themselves.
pub fn is_credential_header(document: &Document, name: &str) -> bool {
    let schemes = document.at("/components/securitySchemes").into_iter().flat_map(Node::entries);
    let mut schemes = schemes.filter_map(|scheme| scheme.value.resolve().ok());
    schemes.any(|scheme| {
        let says = |key: &str| scheme.get(key).and_then(Node::as_str).unwrap_or_default();
        says("in") == "header" && says("name").eq_ignore_ascii_case(name)
    })
}

/// Returns whether a parameter, header or request body must be there. A parameter in the path must.
pub fn is_required(node: Node) -> bool {
    node.get("in").and_then(Node::as_str) == Some("path")
        || node.get("required").and_then(Node::as_bool) == Some(true)
}
