//! An example with a property of the other direction.

use crate::prelude::*;

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "example-direction-wrong",
        group: Group::Values,
        severity: Severity::Warning,
        summary: "The example of a request has a `readOnly` property, or that of an answer a \
                  `writeOnly` one.",
        rationale: "The specification says that such a property should not be sent there, and \
                    readers copy the example.",
        help: "remove it from the example",
    },
    stops_generation: false,
    failing: &["
paths:
  /a:
    post:
      requestBody:
        content:
          application/json:
            schema: {type: object, properties: {id: {type: integer, readOnly: true}}}
            example:
              id: 1 # <-
      responses: {'204': {description: An a.}}
"],
    passing: &["
paths:
  /a:
    post:
      requestBody:
        content:
          application/json:
            schema: {type: object, properties: {id: {type: integer, readOnly: true}}}
            example: {}
      responses: {'204': {description: An a.}}
"],
    check: Check::Document(check),
};

fn check(outline: &Outline, findings: &mut Findings) {
    for node in outline.all(Kind::MediaType) {
        let flag = match examples::direction(outline, node) {
            Direction::Request => "readOnly",
            Direction::Answer => "writeOnly",
            Direction::Either => continue,
        };
        let Some(schema) = node.get("schema") else { continue };
        let mut search = Search { flag, seen: PairSet::default() };
        for value in examples::of(outline, node) {
            search.visit(outline, schema, value, findings);
        }
    }
}

struct Search<'d> {
    flag: &'static str,
    seen: PairSet<'d>,
}

impl<'d> Search<'d> {
    fn visit(
        &mut self,
        outline: &Outline<'d>,
        schema: Node<'d>,
        value: Node<'d>,
        findings: &mut Findings,
    ) {
        for part in composition::conjuncts(outline, schema) {
            if !self.seen.insert((part, value)) {
                continue;
            }
            if part.get(self.flag).and_then(Node::as_bool) == Some(true) {
                let key = value.key().unwrap_or_default();
                findings.at_key(value, format!("`{key}` is `{}`", self.flag));
            }
            for entry in part.get("properties").into_iter().flat_map(Node::entries) {
                if let Some(value) = value.get(entry.key) {
                    self.visit(outline, entry.value, value, findings);
                }
            }
            if let Some(items) = part.get("items") {
                value.items().for_each(|value| self.visit(outline, items, value, findings));
            }
        }
    }
}
