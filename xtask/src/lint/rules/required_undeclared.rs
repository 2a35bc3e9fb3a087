//! A required property that is not declared.

use super::*;

pub static RULE: Rule = Rule {
    id: "required-undeclared",
    group: Group::Style,
    severity: Severity::Warning,
    what: "A name in `required` is not among the `properties` of the schema.",
    why: "It is allowed, but the client has no field for it; mostly one of the names is \
          misspelt.",
    instead: "declare the property, or correct the name",
    failing: &["
components:
  schemas:
    A:
      type: object
      properties: {a: {type: string}}
      required: [A] # <-
"],
    passing: &["
components:
  schemas:
    A: {type: object, required: [b], allOf: [{$ref: '#/components/schemas/B'}]}
    B: {properties: {b: {type: string}}}
"],
    check: Check::Each(&[Kind::Schema], check),
};

fn check(schema: Node, outline: &Outline, findings: &mut Findings) {
    // A part may require what another part declares.
    let is_part = schema
        .parent()
        .and_then(Node::key)
        .is_some_and(|list| composition::COMPOSITES.contains(&list));
    let Some(required) = schema.get("required").filter(|_| !is_part) else { return };
    for item in required.items() {
        let Some(name) = item.as_str() else { continue };
        if composition::property(outline, schema, name).is_none() {
            findings.at(item, format!("`{name}` is not declared"));
        }
    }
}
