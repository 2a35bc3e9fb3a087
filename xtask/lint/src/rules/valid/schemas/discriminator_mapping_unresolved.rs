//! A discriminator that maps to nothing.

use crate::prelude::*;

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "discriminator-mapping-unresolved",
        group: Group::Valid,
        severity: Severity::Error,
        summary: "A value of the `mapping` of a discriminator is neither the name of a schema nor \
                  a reference to one.",
        rationale: "A value of that name has no schema.",
        help: "write the name of a schema of `components`, or a reference to it",
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
    Cat: {type: object, required: [kind]}
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
            Ok(_) | Err(RefErrorKind::Url) => {}
            // A file, which is read only if a `$ref` names it.
            Err(RefErrorKind::File) if text.contains(['.', '/']) => {}
            Err(_) => {
                let schemas = index.document().at("/components/schemas");
                let known = schemas.into_iter().flat_map(Node::entries).map(|entry| entry.key);
                let name = spec::schema_name(text).unwrap_or(text.into());
                let near = index.spelling.suggestion(&name, known);
                diagnostics.at(entry.value, format!("there is no schema `{text}`{near}"));
            }
        }
    }
}
