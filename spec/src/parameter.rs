//! What OpenAPI says of parameters.

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
