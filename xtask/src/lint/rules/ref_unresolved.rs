//! A reference that leads nowhere.

use spec::{Document, Node};

use crate::finding::{Group, Severity};
use crate::lint::rule::{Findings, Rule};

pub static RULE: Rule = Rule {
    id: "ref-unresolved",
    group: Group::Valid,
    severity: Severity::Error,
    what: "A `$ref` leads to nothing in the document, to another file, or in a circle.",
    why: "What stands there is unknown, so nothing can be generated from it or checked against it.",
    instead: "lead to an entry of `components`, as in `#/components/schemas/AppId`",
    failing: &["
openapi: 3.0.3
components:
  schemas:
    A: {$ref: '#/components/schemas/B'} # <-
    C: {$ref: 'other.yaml#/C'} # <-
    D: {$ref: '#/components/schemas/D'} # <-
"],
    passing: &["
openapi: 3.0.3
components:
  schemas:
    A: {$ref: '#/components/schemas/B'}
    B:
      type: object
      properties:
        $ref: {type: string}
        a: {$ref: '#/components/schemas/A'}
      example: {$ref: nowhere}
"],
    check,
};

fn check(document: &Document, findings: &mut Findings) {
    visit(document.root(), findings);
}

fn visit(node: Node, findings: &mut Findings) {
    if node.get("$ref").is_some() {
        if let Err(error) = node.resolve() {
            findings.at(error.node, error.to_string());
        }
        return;
    }
    node.items().for_each(|item| visit(item, findings));
    for entry in node.entries() {
        match entry.key {
            // Data, in which `$ref` is a key like any other.
            "default" | "enum" | "example" | "value" => {}
            // Names of properties, of which `$ref` may be one.
            "properties" => {
                entry.value.entries().for_each(|entry| visit(entry.value, findings));
            }
            key if key.starts_with("x-") => {}
            _ => visit(entry.value, findings),
        }
    }
}
