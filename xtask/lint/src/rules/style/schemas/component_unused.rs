//! A component without references.

use crate::prelude::*;

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "component-unused",
        group: Group::Style,
        severity: Severity::Warning,
        summary: "An entry of `components` is never referenced.",
        rationale: "Readers assume that the entry is a part of the API, and the generated code has \
                    a type that is never used.",
        help: "refer to the component, or remove it",
    },
    stops_generation: false,
    failing: &["
components:
  schemas:
    A: {type: string} # <-
    B: {properties: {b: {$ref: '#/components/schemas/B'}}} # <-
"],
    passing: &["
security: [{key: []}]
paths:
  /a:
    get:
      responses: {default: {$ref: '#/components/responses/A'}}
components:
  responses:
    A:
      description: An a.
      content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}
  schemas:
    Pet:
      type: object
      required: [kind]
      properties: {kind: {type: string}}
      discriminator: {propertyName: kind}
    Cat: {allOf: [{$ref: '#/components/schemas/Pet'}]}
  securitySchemes: {key: {type: apiKey, in: header, name: X-Key}}
"],
    check: Check::Document(check),
};

fn check(index: &ObjectIndex, diagnostics: &mut Diagnostics) {
    let Some(components) = index.document().root().get("components") else { return };
    let sections = components.entries().filter(|entry| !entry.key.starts_with("x-"));
    let entries: Vec<Entry> = sections.flat_map(|section| section.value.entries()).collect();
    let nodes: NodeSet = entries.iter().map(|entry| entry.value).collect();
    // What each component refers to; what everything else does is under none.
    let mut from: HashMap<Option<Node>, Vec<Node>> = HashMap::new();
    for (place, target) in references(index) {
        from.entry(around(&nodes, place)).or_default().extend(around(&nodes, target));
    }
    let mut used = NodeSet::default();
    let mut open = from.remove(&None).unwrap_or_default();
    while let Some(node) = open.pop() {
        if used.insert(node) {
            open.extend(from.remove(&Some(node)).unwrap_or_default());
        }
    }
    for entry in entries.iter().filter(|entry| !used.contains(&entry.value)) {
        diagnostics.at_key(entry.value, format!("component `{}` is never referenced", entry.key));
    }
}

/// The component that a value is in.
fn around<'d>(components: &NodeSet<'d>, node: Node<'d>) -> Option<Node<'d>> {
    let mut around = Some(node);
    while let Some(node) = around.filter(|node| !components.contains(node)) {
        around = node.parent();
    }
    around
}

/// Every place that refers to something, with what it refers to: by `$ref`, by a discriminator, or
/// by a security requirement.
fn references<'d>(index: &ObjectIndex<'d>) -> Vec<(Node<'d>, Node<'d>)> {
    let mut found = Vec::new();
    for node in index.references.iter().map(|reference| reference.node) {
        let text = node.get("$ref").and_then(Node::as_str).unwrap_or_default();
        found.extend(index.follow(node, text).ok().map(|target| (node, target)));
    }
    // Whoever builds on a schema with a discriminator is one of its alternatives.
    for reference in index.references.iter().filter(|known| composition::is_part(known.node)) {
        let base = reference.target.clone().ok();
        let base = base.filter(|base| base.get("discriminator").is_some());
        found.extend(base.map(|base| (base, reference.node)));
    }
    for mapping in index.all(Kind::Discriminator).filter_map(|node| node.get("mapping")) {
        let targets = mapping.entries().filter_map(|entry| {
            composition::mapped(index, entry.value, entry.value.as_str()?).ok()
        });
        found.extend(targets.map(|target| (mapping, target)));
    }
    let schemes = index.document().at("/components/securitySchemes");
    for requirement in index.all(Kind::SecurityRequirement) {
        let targets = requirement.entries().filter_map(|entry| schemes?.get(entry.key));
        found.extend(targets.map(|target| (requirement, target)));
    }
    found
}
