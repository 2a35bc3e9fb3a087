//! The paths of the mock server, which a document cannot use.

pub(crate) const START: &str = "/";
pub(crate) const DOCS: &str = "/docs";
pub(crate) const YAML: &str = "/openapi.yaml";
pub(crate) const JSON: &str = "/openapi.json";

/// How the paths begin by which the mock server is controlled.
pub(crate) const CONTROL: &str = "/_mock/";

/// How the addresses of deployed services begin. The next segment replaces the host name, by which
/// the gateway distinguishes them.
pub(crate) const SERVICES: &str = "/apig/";

/// Returns whether a path of a document is one of the mock server itself.
pub(crate) fn is_own(path: &str) -> bool {
    [START, DOCS, YAML, JSON].contains(&path)
        || path.starts_with("/docs/")
        || [CONTROL, SERVICES].iter().any(|own| path.starts_with(own))
}
