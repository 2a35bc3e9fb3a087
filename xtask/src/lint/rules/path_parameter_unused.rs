//! A path parameter that the path does not have.

use spec::Document;

use super::path_parameter_undeclared::names;
use crate::finding::{Group, Severity};
use crate::lint::rule::{Findings, Rule};

pub static RULE: Rule = Rule {
    id: "path-parameter-unused",
    group: Group::Valid,
    severity: Severity::Error,
    what: "An operation declares a path parameter whose name is not in the path.",
    why: "What the caller says there goes nowhere; mostly one of the two names is misspelt.",
    instead: "use the same name in the path, in braces, and in the parameter",
    failing: &["
openapi: 3.0.3
paths:
  /a/{id}:
    get:
      operationId: ShowA
      parameters:
        - {name: id, in: path, required: true, schema: {type: string}}
        - {name: ID, in: path, required: true, schema: {type: string}} # <-
"],
    passing: &["
openapi: 3.0.3
paths:
  /a/{id}:
    get:
      operationId: ShowA
      parameters:
        - {name: id, in: path, required: true, schema: {type: string}}
        - {name: ID, in: query, schema: {type: string}}
"],
    check,
};

fn check(document: &Document, findings: &mut Findings) {
    for operation in spec::operations(document) {
        for parameter in operation.parameters() {
            let says = |key: &str| parameter.get(key).and_then(|value| value.as_str());
            let Some(name) = says("name").filter(|_| says("in") == Some("path")) else { continue };
            if !names(operation.path).any(|known| known == name) {
                let message = format!("`{name}` is not in the path {}", operation.path);
                findings.at(parameter, message);
            }
        }
    }
}
