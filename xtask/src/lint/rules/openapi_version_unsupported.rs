//! A document of another version of the specification.

use super::*;

pub static RULE: Rule = Rule {
    id: "openapi-version-unsupported",
    group: Group::Valid,
    severity: Severity::Error,
    what: "The document is Swagger 2.0 or of a version of OpenAPI other than 3.0.",
    why: "The other versions have other fields and other meanings of the same fields, and \
          the generator reads only 3.0; so no other rule looks at the document.",
    instead: "convert the document to OpenAPI 3.0.3",
    failing: &[
        "
openapi: 3.1.0 # <-
info: {title: A, version: '1', summary: Of 3.1}
",
        "
swagger: '2.0' # <-
info: {title: A, version: '1'}
definitions: {}
",
    ],
    passing: &["
openapi: 3.0.0
info: {title: A, version: '1'}
paths: {}
"],
    check: Check::Document(check),
};

fn check(outline: &Outline, findings: &mut Findings) {
    let root = outline.document().root();
    let openapi = root.get("openapi").filter(|version| version.number_text().is_none());
    match (openapi.and_then(Node::as_str), root.get("swagger")) {
        (Some(version), _) if !version.starts_with("3.0") && is_version(version) => {
            let version_node = openapi.unwrap_or(root);
            findings.at(version_node, format!("this is OpenAPI {version}, not 3.0"));
        }
        (None, Some(version)) => findings.at(version, "this is Swagger 2.0, not OpenAPI 3.0"),
        _ => {}
    }
}

fn is_version(text: &str) -> bool {
    text.starts_with(|first: char| first.is_ascii_digit()) && text.contains('.')
}
