//! A composition of schemas that exclude each other.

use crate::prelude::*;
use crate::rules::values::value_unchecked;

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "composition-contradictory",
        group: Group::Valid,
        severity: Severity::Warning,
        summary: "The parts of an `allOf`, or a schema and each of its alternatives, exclude each \
                  other: by their types, values, bounds or properties.",
        rationale: "A value must match all parts, so no value is valid, or a property can never be \
                    sent.",
        help: "use `oneOf`, or change one of the parts",
    },
    stops_generation: false,
    failing: &["
components:
  schemas:
    A:
      allOf: # <-
        - {type: string}
        - $ref: '#/components/schemas/B'
    B: {type: integer}
    Closed:
      allOf: # <-
        - {type: object, properties: {a: {type: string}}, additionalProperties: false}
        - {type: object, properties: {b: {type: string}}}
    Values:
      allOf: # <-
        - {type: string, enum: [a, b]}
        - {type: string, enum: [c]}
    Length:
      type: string
      minLength: 5
      allOf: # <-
        - {maxLength: 3}
    Count:
      allOf: # <-
        - {type: object, required: [a, b]}
        - {type: object, maxProperties: 1}
    Property:
      allOf: # <-
        - {type: object, properties: {a: {type: string}}}
        - {type: object, properties: {a: {type: boolean}}}
    Others:
      allOf: # <-
        - {type: object, properties: {a: {type: string}}}
        - {type: object, additionalProperties: {type: boolean}}
    Alternatives:
      type: object
      oneOf: # <-
        - {type: string}
        - {type: array, items: {}}
"],
    passing: &["
components:
  schemas:
    A: {allOf: [{type: number}, {$ref: '#/components/schemas/B'}, {description: A b.}]}
    B: {type: integer}
    C:
      allOf:
        - {type: string, nullable: true}
        - {type: integer, nullable: true}
    D:
      allOf:
        - {type: object, properties: {a: {type: string, enum: [a, b]}}, maxProperties: 2}
        - {type: object, properties: {a: {enum: [b]}}, required: [a, b]}
    E:
      allOf:
        - {type: object, properties: {a: {type: string}}, additionalProperties: false}
        - {type: object, required: [a]}
    F:
      allOf:
        - {type: integer, minimum: 1}
        - {maximum: 1, minLength: 2}
        - {maxLength: 1}
    G:
      type: object
      required: [kind]
      properties: {kind: {type: string}}
      discriminator: {propertyName: kind}
      oneOf: [{$ref: '#/components/schemas/H'}]
    H:
      allOf: [{$ref: '#/components/schemas/G'}, {properties: {kind: {enum: [h]}}}]
    I:
      type: string
      nullable: true
      anyOf: [{type: integer, nullable: true}]
"],
    check: Check::Document(check),
};

fn check(index: &ObjectIndex, diagnostics: &mut Diagnostics) {
    let mut contradictions = Contradictions::new(index);
    let mut found = Vec::new();
    for schema in index.all(Kind::Schema) {
        let mut lists = composition::COMPOSITES.iter().filter_map(|keyword| schema.get(keyword));
        let Some(list) = lists.next() else { continue };
        let Some(parts) = contradictions.parts(schema) else { break };
        if let Some(contradiction) = contradictions.among(&parts) {
            found.push((schema, list, contradiction, parts));
        }
    }
    value_unchecked::report(contradictions.unchecked(), diagnostics);
    let contradictory: NodeSet = found.iter().map(|(schema, ..)| *schema).collect();
    for (schema, list, contradiction, parts) in found {
        // What a part says against itself is reported there.
        let is_own = !parts.iter().any(|part| *part != schema && contradictory.contains(part));
        if is_own {
            let help = contradiction.help.unwrap_or_else(|| RULE.info.help.into());
            diagnostics.with_help(help).at_key(list, contradiction.message);
        }
    }
}
