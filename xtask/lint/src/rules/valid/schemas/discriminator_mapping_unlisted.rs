//! A discriminator that maps to a schema which is not an alternative.

use crate::prelude::*;

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "discriminator-mapping-unlisted",
        group: Group::Valid,
        severity: Severity::Error,
        summary: "The `mapping` of a discriminator refers to a schema that is not in its `oneOf` \
                  or `anyOf`.",
        rationale: "The specification requires all alternatives in the list; a value of the mapped \
                    schema matches none of them, so clients reject it.",
        help: "add the schema to `oneOf` or `anyOf`",
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
          cat: '#/components/schemas/Cat'
          dog: '#/components/schemas/Dog' # <-
    Cat: {type: object, required: [kind]}
    Dog: {type: object, required: [kind]}
"],
    passing: &["
components:
  schemas:
    Pet:
      type: object
      required: [kind]
      discriminator: {propertyName: kind, mapping: {cat: Cat}}
    Cat: {allOf: [{$ref: '#/components/schemas/Pet'}]}
"],
    check: Check::Each(&[Kind::Discriminator], check),
};

fn check(discriminator: Node, index: &ObjectIndex, diagnostics: &mut Diagnostics) {
    let Some(schema) = discriminator.parent() else { return };
    let lists = ["oneOf", "anyOf"].iter().filter_map(|keyword| schema.get(keyword));
    if lists.filter(|list| list.is_array()).count() == 0 {
        return;
    }
    // An alternative may have alternatives of its own.
    let known: NodeSet = composition::parts(index, schema).into_iter().collect();
    for entry in discriminator.get("mapping").into_iter().flat_map(Node::entries) {
        let Some(text) = entry.value.as_str() else { continue };
        let target = composition::mapped(index, entry.value, text);
        let target = target.ok().and_then(|target| index.resolve(target));
        // What is not a schema is reported by another rule.
        let is_schema = |target: &Node| index.kind(*target).is_none_or(|kind| kind == Kind::Schema);
        if target.filter(is_schema).is_some_and(|target| !known.contains(&target)) {
            diagnostics.at(entry.value, format!("`{text}` is not in `oneOf` or `anyOf`"));
        }
    }
}
