//! A name in a path that no parameter declares.

use spec::Document;

use crate::finding::{Group, Severity};
use crate::lint::rule::{Findings, Rule};

pub static RULE: Rule = Rule {
    id: "path-parameter-undeclared",
    group: Group::Valid,
    severity: Severity::Error,
    what: "A path has a name in braces, and an operation below it declares no such parameter.",
    why: "The caller cannot say what stands there, and the client cannot make the path.",
    instead: "declare the parameter with `in: path`, for the operation or for the whole path",
    failing: &["
openapi: 3.0.3
paths:
  /a/{id}:
    get: {operationId: ShowA} # <-
"],
    passing: &["
openapi: 3.0.3
paths:
  /a/{id}:
    parameters: [{name: id, in: path, required: true, schema: {type: string}}]
    get: {operationId: ShowA}
"],
    check,
};

fn check(document: &Document, findings: &mut Findings) {
    for operation in spec::operations(document) {
        let parameters = operation.parameters();
        for name in names(operation.path) {
            let declared = parameters.iter().any(|parameter| {
                let says = |key: &str| parameter.get(key).and_then(|value| value.as_str());
                says("in") == Some("path") && says("name") == Some(name)
            });
            if !declared {
                findings.at_key(operation.node, format!("the path has `{{{name}}}`, undeclared"));
            }
        }
    }
}

/// The names in the braces of a path.
pub fn names(path: &str) -> impl Iterator<Item = &str> {
    path.split('{').skip(1).filter_map(|rest| rest.split_once('}')).map(|(name, _)| name)
}
