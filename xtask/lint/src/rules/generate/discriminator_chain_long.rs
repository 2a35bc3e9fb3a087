//! A chain of bases with discriminators that is too long.

use mapping::MAX_BASES;

use crate::prelude::*;

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "discriminator-chain-long",
        group: Group::Generate,
        severity: Severity::Error,
        summary: "A schema extends a base with a `discriminator` through a chain of eight or more \
                  schemas.",
        rationale: "The generated type of the base would lack the properties of the schema, and \
                    the client would drop their values.",
        help: "refer to the base in the `allOf` of this schema, or shorten the chain",
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
            let message = format!("`{name}` is extended through a chain of {depth} schemas");
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
