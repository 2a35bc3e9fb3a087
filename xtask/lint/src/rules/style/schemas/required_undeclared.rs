//! A required property that is not declared.

use crate::prelude::*;

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "required-undeclared",
        group: Group::Style,
        severity: Severity::Warning,
        summary: "A name in `required` is not in the `properties` of the schema.",
        rationale: "The generated type has no field for the property. Usually, one of the names is \
                    misspelt.",
        help: "declare the property in `properties`, or correct the name",
    },
    stops_generation: false,
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
    C: {type: object, required: [d]}
    D: {allOf: [{$ref: '#/components/schemas/C'}, {properties: {d: {type: string}}}]}
"],
    check: Check::Document(check),
};

fn check(index: &ObjectIndex, diagnostics: &mut Diagnostics) {
    let blocks = composition::blocks(index);
    for schema in index.all(Kind::Schema) {
        // A part may require what another part declares.
        // Of a closed schema another rule says that no value is valid.
        let is_closed = contradiction::is_closed(schema);
        if composition::is_part(schema) || blocks.contains(&schema) || is_closed {
            continue;
        }
        for item in schema.get("required").into_iter().flat_map(Node::items) {
            let Some(name) = item.as_str() else { continue };
            if composition::property(index, schema, name).is_none() {
                let parts = composition::parts(index, schema).into_iter();
                let properties = parts.filter_map(|part| part.get("properties"));
                let known = properties.flat_map(Node::entries).map(|entry| entry.key);
                let near = index.spelling.suggestion(name, known);
                diagnostics.at(item, format!("property `{name}` is not declared{near}"));
            }
        }
    }
}
