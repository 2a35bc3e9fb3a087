//! A chain of bases with discriminators that is not followed to its end.

use mapping::MAX_BASES;

use crate::prelude::*;

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "discriminator-chain-long",
        group: Group::Generate,
        severity: Severity::Error,
        summary: "A schema extends a base with a `discriminator` through a chain of eight others or \
                  more.",
        rationale: "The generated type of the base would lack the properties of that schema, and the \
                    client would lose them.",
        help: "let the schema refer to the base in its own `allOf`, or make the chain shorter",
    },
    stops_generation: true,
    failing: &["
components:
  schemas:
    A: {type: object, required: [k], properties: {k: {type: string}}, discriminator: {propertyName: k}}
    B: {allOf: [{$ref: '#/components/schemas/A'}, {properties: {b: {type: string}}}]}
    C: {allOf: [{$ref: '#/components/schemas/B'}, {properties: {c: {type: string}}}]}
    D: {allOf: [{$ref: '#/components/schemas/C'}, {properties: {d: {type: string}}}]}
    E: {allOf: [{$ref: '#/components/schemas/D'}, {properties: {e: {type: string}}}]}
    F: {allOf: [{$ref: '#/components/schemas/E'}, {properties: {f: {type: string}}}]}
    G: {allOf: [{$ref: '#/components/schemas/F'}, {properties: {g: {type: string}}}]}
    H: {allOf: [{$ref: '#/components/schemas/G'}, {properties: {h: {type: string}}}]}
    I: {allOf: [{$ref: '#/components/schemas/H'}, {properties: {i: {type: string}}}]} # <-
"],
    passing: &["
components:
  schemas:
    A: {type: object, required: [k], properties: {k: {type: string}}, discriminator: {propertyName: k}}
    B: {allOf: [{$ref: '#/components/schemas/A'}, {properties: {b: {type: string}}}]}
    C: {allOf: [{$ref: '#/components/schemas/B'}, {properties: {c: {type: string}}}]}
"],
    check: Check::Each(&[Kind::Schema], check),
};

fn check(schema: Node, index: &ObjectIndex, diagnostics: &mut Diagnostics) {
    let mut known = NodeSet::default();
    let (mut level, mut depth) = (vec![schema], 0);
    while !level.is_empty() {
        let is_base = |node: &&Node| node.get("discriminator").is_some();
        if depth >= MAX_BASES
            && let Some(base) = level.iter().find(is_base)
        {
            let name = base.key().unwrap_or_default();
            let message = format!("`{name}` is extended through {depth} schemas");
            return diagnostics.at_key(schema, message);
        }
        let parts = level.iter().filter_map(|node| node.get("allOf")).flat_map(Node::items);
        level = parts
            .filter_map(|part| index.resolve(part))
            .filter(|part| known.insert(*part))
            .collect();
        depth += 1;
    }
}
