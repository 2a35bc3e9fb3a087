//! A schema that no finite value fits.

use crate::null::Refusals;
use crate::prelude::*;

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "schema-unsatisfiable",
        group: Group::Valid,
        severity: Severity::Warning,
        summary: "A schema requires a property or an item that in turn requires the schema.",
        rationale: "Each value would contain another value without end, so clients can neither \
                    send nor receive one.",
        help: "make one of the properties in the cycle optional or nullable, or allow an empty array",
    },
    stops_generation: false,
    failing: &["
components:
  schemas:
    A: # <-
      type: object
      required: [a]
      properties:
        a: {$ref: '#/components/schemas/A'}
    B: # <-
      type: object
      required: [b]
      properties:
        b: {type: object, required: [b], properties: {b: {$ref: '#/components/schemas/B'}}}
    D: {type: array, minItems: 1, items: {$ref: '#/components/schemas/D'}} # <-
    E: {type: object, minProperties: 1, additionalProperties: {$ref: '#/components/schemas/E'}} # <-
"],
    passing: &["
components:
  schemas:
    A: {type: object, required: [a], properties: {a: {type: array, items: {$ref: '#/components/schemas/A'}}}}
    B: {type: object, properties: {b: {$ref: '#/components/schemas/B'}}}
    C:
      type: object
      required: [c]
      properties:
        c: {type: object, nullable: true, required: [d], properties: {d: {$ref: '#/components/schemas/C'}}}
    D: {type: array, minItems: 0, items: {$ref: '#/components/schemas/D'}}
"],
    check: Check::Each(&[Kind::Components], check),
};

fn check(components: Node, index: &ObjectIndex, diagnostics: &mut Diagnostics) {
    let (mut finite, mut refusals) = (NodeSet::default(), Refusals::default());
    for entry in components.get("schemas").into_iter().flat_map(Node::entries) {
        let mut way =
            Way { steps: Vec::new(), properties: 0, finite: &mut finite, refusals: &mut refusals };
        if way.is_endless(index, entry.value) {
            diagnostics
                .at_key(entry.value, format!("no finite value matches schema `{}`", entry.key));
        }
    }
}

/// A way through schemas by what they require.
struct Way<'d, 'f> {
    /// Each schema on it, and how many properties lead there.
    steps: Vec<(Node<'d>, usize)>,
    properties: usize,
    finite: &'f mut NodeSet<'d>,
    refusals: &'f mut Refusals<'d>,
}

impl<'d> Way<'d, '_> {
    /// Whether any way on comes back to where it was, by way of a property.
    fn is_endless(&mut self, index: &ObjectIndex<'d>, schema: Node<'d>) -> bool {
        let Some(schema) = index.resolve(schema).filter(|node| !self.finite.contains(node)) else {
            return false;
        };
        if let Some((_, before)) = self.steps.iter().find(|(step, _)| *step == schema) {
            return self.properties > *before;
        }
        let is_nullable = schema.get("nullable").and_then(Node::as_bool) == Some(true)
            && self.refusals.of(index, schema).is_none();
        // A value may be null, or the way is longer than any real one.
        if is_nullable || self.steps.len() > 200 {
            return false;
        }
        self.steps.push((schema, self.properties));
        let mut parts = schema.get("allOf").into_iter().flat_map(Node::items);
        let of_part = parts.any(|part| self.is_endless(index, part));
        self.properties += 1;
        let required = schema.get("required").into_iter().flat_map(Node::items);
        let mut required =
            required.filter_map(|name| schema.get("properties")?.get(name.as_str()?));
        let endless = of_part
            || required.any(|property| self.is_endless(index, property))
            || needed(schema).into_iter().flatten().any(|inner| self.is_endless(index, inner));
        self.properties -= 1;
        self.steps.pop();
        if !endless {
            self.finite.insert(schema);
        }
        endless
    }
}

/// The schemas of an item and of a further property of which a schema needs at least one.
fn needed(schema: Node) -> [Option<Node>; 2] {
    let needs = |kind: &str, least: &str| {
        schema.get("type").and_then(Node::as_str) == Some(kind)
            && schema.get(least).and_then(Node::as_f64).is_some_and(|least| least >= 1.0)
    };
    let items = schema.get("items").filter(|_| needs("array", "minItems"));
    let others = schema.get("additionalProperties").filter(|rest| rest.is_object());
    let others = others.filter(|_| needs("object", "minProperties"));
    [items, others.filter(|_| schema.get("properties").is_none())]
}
