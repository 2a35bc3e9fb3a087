//! A discriminator property that is optional.

use crate::prelude::*;

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "discriminator-property-optional",
        group: Group::Valid,
        severity: Severity::Error,
        summary: "The property of a `discriminator` is required neither by the schema nor by all \
                  of its alternatives.",
        rationale: "Without the property, clients cannot tell which schema a value has.",
        help: "add the property to `required`",
    },
    stops_generation: false,
    failing: &["
components:
  schemas:
    Pet:
      oneOf: [{$ref: '#/components/schemas/Cat'}]
      discriminator: {propertyName: kind} # <-
    Cat: {type: object, properties: {kind: {type: string}}}
"],
    passing: &["
components:
  schemas:
    Pet:
      oneOf: [{$ref: '#/components/schemas/Cat'}]
      discriminator: {propertyName: kind}
    Cat: {allOf: [{$ref: '#/components/schemas/Animal'}]}
    Animal: {type: object, required: [kind], properties: {kind: {type: string}}}
"],
    check: Check::Each(&[Kind::Discriminator], check),
};

fn check(discriminator: Node, index: &ObjectIndex, diagnostics: &mut Diagnostics) {
    let Some(schema) = discriminator.parent() else { return };
    let Some(node) = discriminator.get("propertyName") else { return };
    let Some(name) = node.as_str() else { return };
    if composition::requires(index, schema, name) {
        return;
    }
    let lists = ["oneOf", "anyOf"].iter().filter_map(|keyword| schema.get(keyword));
    let alternatives: Vec<Node> = lists.flat_map(Node::items).collect();
    // What cannot be read, or is an alternative of alternatives, may require it.
    let lacking = alternatives.iter().find(|alternative| {
        let parts = composition::conjuncts(index, **alternative);
        let open = |part: &Node| part.get("oneOf").is_some() || part.get("anyOf").is_some();
        !parts.is_empty()
            && !parts.iter().any(open)
            && !composition::requires(index, **alternative, name)
    });
    let mut diagnostics = diagnostics.with_help(format!("add `{name}` to `required`"));
    match lacking.map(|alternative| alternative.get("$ref").and_then(Node::as_str)) {
        Some(Some(reference)) => {
            diagnostics.at(node, format!("property `{name}` is not required by `{reference}`"));
        }
        Some(None) => {
            diagnostics.at(node, format!("property `{name}` is not required by every alternative"))
        }
        None if alternatives.is_empty() => {
            diagnostics.at(node, format!("property `{name}` is not required"));
        }
        None => {}
    }
}
