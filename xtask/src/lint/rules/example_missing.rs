//! A documented answer without an example.

use std::collections::BTreeSet;

use spec::Document;

use crate::finding::{Group, Severity};
use crate::lint::rule::{Findings, Rule};

pub static RULE: Rule = Rule {
    id: "example-missing",
    group: Group::Tested,
    severity: Severity::Error,
    what: "An answer with a body has no example.",
    why: "The tests of the client are the examples; an answer without one is not tested.",
    instead: "add the documented answer under `examples`, with a name",
    failing: &["
openapi: 3.0.3
paths:
  /a:
    get:
      operationId: ShowA
      responses:
        '200': # <-
          description: An a.
          content:
            application/json:
              schema: {type: object}
"],
    passing: &["
openapi: 3.0.3
paths:
  /a:
    get:
      operationId: ShowA
      responses:
        '200':
          description: An a.
          content:
            application/json:
              schema: {type: object}
              examples: {documented: {value: {}}}
        '204':
          description: No a.
"],
    check,
};

fn check(document: &Document, findings: &mut Findings) {
    let calls = spec::calls(document);
    let tested: BTreeSet<_> =
        calls.iter().map(|call| (call.operation.node.span().start, call.status)).collect();
    for operation in spec::operations(document) {
        let responses = operation.node.get("responses").into_iter().flat_map(|all| all.entries());
        for response in responses.filter(|response| !response.key.starts_with("x-")) {
            if !tested.contains(&(operation.node.span().start, response.key)) {
                let method = operation.method.to_uppercase();
                let message =
                    format!("{method} {} has no example of {}", operation.path, response.key);
                findings.at_key(response.value, message);
            }
        }
    }
}
