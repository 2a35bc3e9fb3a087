//! A thing without a description.

use crate::prelude::*;

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "description-missing",
        group: Group::Style,
        severity: Severity::Warning,
        summary: "The document, a tag, a parameter or a property of a named schema has no \
                  `description`.",
        rationale: "The documentation of the client has no text for it, and its name alone does \
                    not explain its values.",
        help: "add `description` with one sentence",
    },
    stops_generation: false,
    failing: &["
info: {title: A, version: '1'} # <-
components:
  parameters:
    A: {name: a, in: query, schema: {type: string}} # <-
"],
    passing: &["
info: {title: A, version: '1', description: Lists all a.}
components:
  parameters:
    A: {name: a, in: query, description: The a., schema: {type: string}}
    B: {name: b, in: query, schema: {$ref: '#/components/schemas/B'}}
  schemas:
    B: {type: string, description: A b.}
    C: {type: object, properties: {b: {$ref: '#/components/schemas/B'}, c: {type: string, description: A c.}}}
"],
    check: Check::Each(&[Kind::Info, Kind::Tag, Kind::Parameter, Kind::Schema], check),
};

fn check(node: Node, index: &ObjectIndex, diagnostics: &mut Diagnostics) {
    match index.kind(node) {
        Some(Kind::Schema) => {
            for entry in node.get("properties").into_iter().flat_map(Node::entries) {
                if !is_described(index, entry.value) {
                    diagnostics.at_key(
                        entry.value,
                        format!("property `{}` has no `description`", entry.key),
                    );
                }
            }
        }
        Some(Kind::Parameter) => {
            let schema = node.get("schema");
            if !is_described(index, node)
                && !schema.is_some_and(|schema| is_described(index, schema))
            {
                let name = node.get("name").and_then(Node::as_str).unwrap_or_default();
                diagnostics.at_key(node, format!("parameter `{name}` has no `description`"));
            }
        }
        Some(Kind::Info) if node.get("description").is_none() => diagnostics
            .with_help("add `description` to `info`: what the API is for, in a sentence")
            .at_key(node, "the info object has no `description`"),
        _ if node.get("description").is_none() => {
            let name = node.get("name").and_then(Node::as_str).unwrap_or_default();
            diagnostics.at_key(node, format!("tag `{name}` has no `description`"));
        }
        _ => {}
    }
}

/// Whether a thing, or what it refers to or is made of, says what it is.
fn is_described(index: &ObjectIndex, node: Node) -> bool {
    let says = |part: &Node| part.get("description").is_some() || part.get("title").is_some();
    says(&node)
        || (node.get("$ref").is_some() || node.get("allOf").is_some())
            && composition::conjuncts(index, node).iter().any(says)
}
