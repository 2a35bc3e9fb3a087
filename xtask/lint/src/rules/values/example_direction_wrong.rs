//! An example with a property of the other direction.

use crate::prelude::*;

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "example-direction-wrong",
        group: Group::Values,
        severity: Severity::Warning,
        summary: "The example of a request contains a `readOnly` property, or the example of a \
                  response a `writeOnly` property.",
        rationale: "The specification says that such a property should not be sent in this \
                    direction, but readers copy the example.",
        help: "remove the property from the example",
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

fn check(index: &ObjectIndex, diagnostics: &mut Diagnostics) {
    for node in index.all(Kind::MediaType) {
        let flag = match examples::direction(index, node) {
            Some(Direction::Request) => "readOnly",
            Some(Direction::Response) => "writeOnly",
            None => continue,
        };
        let Some(schema) = node.get("schema") else { continue };
        let mut search = Search { flag, seen: PairSet::default() };
        for value in examples::of(index, node) {
            search.visit(index, schema, value, diagnostics);
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
        index: &ObjectIndex<'d>,
        schema: Node<'d>,
        value: Node<'d>,
        diagnostics: &mut Diagnostics,
    ) {
        for part in composition::conjuncts(index, schema) {
            if !self.seen.insert((part, value)) {
                continue;
            }
            if part.get(self.flag).and_then(Node::as_bool) == Some(true) {
                let key = value.key().unwrap_or_default();
                diagnostics.at_key(
                    value,
                    format!("the example contains the property `{key}`, which is `{}`", self.flag),
                );
            }
            for entry in part.get("properties").into_iter().flat_map(Node::entries) {
                if let Some(value) = value.get(entry.key) {
                    self.visit(index, entry.value, value, diagnostics);
                }
            }
            if let Some(items) = part.get("items") {
                value.items().for_each(|value| self.visit(index, items, value, diagnostics));
            }
        }
    }
}
