//! A property that is in no example.

use crate::prelude::*;

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "property-unshown",
        group: Group::Tested,
        severity: Severity::Warning,
        summary: "A property of a request or response body is in none of its examples.",
        rationale: "Generated tests cannot detect a misspelt name or a wrong type of the property.",
        help: "add the property to an example, if the documentation shows a value",
    },
    stops_generation: false,
    failing: &["
paths:
  /a:
    get:
      responses:
        '200':
          description: An a.
          content:
            application/json:
              schema: {$ref: '#/components/schemas/A'}
              examples: {documented: {value: {a: 1}}}
components:
  schemas:
    A:
      type: object
      properties:
        a: {type: integer}
        b: {type: integer} # <-
"],
    passing: &["
paths:
  /a:
    get:
      responses:
        '200':
          description: An a.
          content:
            application/json:
              schema: {$ref: '#/components/schemas/A'}
              examples: {documented: {value: {list: [{list: []}]}}}
components:
  schemas:
    A: {type: object, properties: {list: {type: array, items: {$ref: '#/components/schemas/A'}}}}
"],
    check: Check::Document(check),
};

fn check(index: &ObjectIndex, diagnostics: &mut Diagnostics) {
    let mut seen = Shown::default();
    for media_type in index.all(Kind::MediaType) {
        let Some(schema) = media_type.get("schema") else { continue };
        let named = media_type.get("examples").into_iter().flat_map(Node::entries);
        let named = named.filter_map(|entry| index.resolve(entry.value)?.get("value"));
        for value in named.chain(media_type.get("example")) {
            seen.compare(index, schema, value);
        }
    }
    // Schemas that no example reaches are reported by other rules.
    for schema in &seen.reached {
        for entry in schema.get("properties").into_iter().flat_map(Node::entries) {
            if !seen.shown.contains(&entry.value) {
                diagnostics
                    .at_key(entry.value, format!("property `{}` is in no example", entry.key));
            }
        }
    }
}

/// The schemas that examples reach.
#[derive(Default)]
struct Shown<'d> {
    reached: NodeSet<'d>,
    /// The schemas of properties.
    shown: NodeSet<'d>,
    compared: PairSet<'d>,
}

impl<'d> Shown<'d> {
    fn compare(&mut self, index: &ObjectIndex<'d>, schema: Node<'d>, value: Node<'d>) {
        let Some(schema) = index.resolve(schema) else { return };
        if !self.compared.insert((schema, value)) {
            return;
        }
        for part in composition::parts(index, schema) {
            self.reached.insert(part);
            if let Some(items) = part.get("items") {
                value.items().for_each(|value| self.compare(index, items, value));
            }
            for entry in part.get("properties").into_iter().flat_map(Node::entries) {
                if let Some(value) = value.get(entry.key) {
                    self.shown.insert(entry.value);
                    self.compare(index, entry.value, value);
                }
            }
            if let Some(rest) = part.get("additionalProperties").filter(|rest| rest.is_object()) {
                value.entries().for_each(|entry| self.compare(index, rest, entry.value));
            }
        }
    }
}
