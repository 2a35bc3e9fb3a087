//! A schema that contains itself.

use crate::prelude::*;

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "composition-cycle",
        group: Group::Valid,
        severity: Severity::Error,
        summary: "A schema contains itself through `allOf`, `anyOf` or `oneOf`, without a property \
                  or item in between, and without a `discriminator` that selects the schema.",
        rationale: "Validators and generators recurse without an end.",
        help: "move the shared part into a separate schema, and refer to it",
    },
    stops_generation: false,
    failing: &["
components:
  schemas:
    A: # <-
      allOf:
        - $ref: '#/components/schemas/A'
"],
    passing: &["
components:
  schemas:
    A: {allOf: [{properties: {a: {$ref: '#/components/schemas/A'}}}]}
    Pet:
      type: object
      required: [kind]
      properties: {kind: {type: string}}
      oneOf: [{$ref: '#/components/schemas/Cat'}]
      discriminator: {propertyName: kind}
    Cat: {allOf: [{$ref: '#/components/schemas/Pet'}]}
"],
    check: Check::Document(check),
};

fn check(index: &ObjectIndex, diagnostics: &mut Diagnostics) {
    let (mut done, mut on_way) = (NodeSet::default(), NodeSet::default());
    for schema in index.all(Kind::Schema).filter(|schema| composition::is_composed(*schema)) {
        // Each schema on the way, with its parts that are still to be visited.
        let mut way = vec![(schema, parts(index, schema))];
        on_way.insert(schema);
        while let Some((schema, open)) = way.last_mut() {
            match open.pop() {
                None => {
                    on_way.remove(schema);
                    done.insert(*schema);
                    way.pop();
                }
                Some(part) if done.contains(&part) => {}
                Some(part) if on_way.insert(part) => way.push((part, parts(index, part))),
                Some(part) => {
                    let message = format!("{} contains itself", words::schema(part));
                    match part == *schema {
                        true => diagnostics.with_help(REMOVE).at_key(part, message),
                        false => diagnostics.at_key(part, message),
                    }
                }
            }
        }
    }
}

const REMOVE: &str = "remove the reference to the schema itself";

fn parts<'d>(index: &ObjectIndex<'d>, schema: Node<'d>) -> Vec<Node<'d>> {
    // With a discriminator the value says which alternative it is, and tools ask for that once.
    let keywords: &[&str] =
        if schema.get("discriminator").is_some() { &["allOf"] } else { &composition::COMPOSITES };
    let lists = keywords.iter().filter_map(|keyword| schema.get(keyword));
    let parts = lists.flat_map(Node::items).filter_map(|part| index.resolve(part));
    parts.filter(|part| composition::is_composed(*part)).collect()
}
