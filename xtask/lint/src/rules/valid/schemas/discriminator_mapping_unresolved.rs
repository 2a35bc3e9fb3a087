//! A value of a discriminator that cannot be resolved to a schema.

use crate::prelude::*;

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "discriminator-mapping-unresolved",
        group: Group::Valid,
        severity: Severity::Error,
        summary: "A value of the `mapping` of a discriminator is neither the name of a schema nor \
                  a reference to one.",
        rationale: "Clients cannot select a schema for the mapped value.",
        help: "write the name of a schema in `components/schemas`, or a reference to it",
    },
    stops_generation: false,
    failing: &["
components:
  schemas:
    Pet:
      oneOf: [{$ref: '#/components/schemas/Cat'}]
      discriminator:
        propertyName: kind
        mapping:
          cat: '#/components/schemas/Kat' # <-
          dog: Dog # <-
          cow: cow.yaml # <-
          pig: '#/components/parameters/Pig' # <-
    Cat: {type: object, required: [kind]}
  parameters:
    Pig: {name: pig, in: query, schema: {type: string}}
"],
    passing: &["
components:
  schemas:
    Pet:
      oneOf: [{$ref: '#/components/schemas/Cat'}]
      discriminator: {propertyName: kind, mapping: {cat: '#/components/schemas/Cat', kitten: Cat}}
    Cat: {type: object, required: [kind]}
"],
    check: Check::Each(&[Kind::Discriminator], check),
};

fn check(discriminator: Node, index: &ObjectIndex, diagnostics: &mut Diagnostics) {
    for entry in discriminator.get("mapping").into_iter().flat_map(Node::entries) {
        let Some(text) = entry.value.as_str() else { continue };
        match composition::mapped(index, entry.value, text) {
            Ok(target) => {
                let is_schema = index.kind(target).is_none_or(|kind| kind == Kind::Schema);
                if !is_schema || !target.is_object() {
                    diagnostics.at(entry.value, format!("`{text}` does not refer to a schema"));
                }
            }
            Err(RefErrorKind::Url) => {}
            Err(RefErrorKind::File) if text.contains(['.', '/']) => {
                let message = format!("`{text}` refers to a file that cannot be read");
                diagnostics.at(entry.value, message);
            }
            Err(_) => {
                let schemas = index.document().at("/components/schemas");
                let known = schemas.into_iter().flat_map(Node::entries).map(|entry| entry.key);
                let name = spec::schema_name(text).unwrap_or(text.into());
                let near = index.spelling.suggestion(&name, known);
                diagnostics.at(entry.value, format!("unknown schema `{text}`{near}"));
            }
        }
    }
}
