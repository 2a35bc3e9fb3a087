//! A composition of types that exclude each other.

use crate::prelude::*;

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "composition-contradictory",
        group: Group::Valid,
        severity: Severity::Warning,
        summary: "The parts of an `allOf` have different types.",
        rationale: "A value must be of all of them, so no value is valid.",
        help: "use `oneOf`, or one type",
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
"],
    passing: &["
components:
  schemas:
    A: {allOf: [{type: number}, {$ref: '#/components/schemas/B'}, {description: A b.}]}
    B: {type: integer}
"],
    check: Check::Document(check),
};

fn check(index: &ObjectIndex, diagnostics: &mut Diagnostics) {
    let mut known = NodeMap::default();
    for schema in index.all(Kind::Schema) {
        let Some(list) = schema.get("allOf") else { continue };
        let types = types(index, schema, &mut known);
        let is_number = |kind: &&str| matches!(*kind, "integer" | "number");
        if types.len() > 1 && !types.iter().all(is_number) {
            let types: Vec<&str> = types.into_iter().collect();
            diagnostics.at_key(list, format!("no value is all of `{}`", types.join("`, `")));
        }
    }
}

/// The types that a schema and its parts ask for. Those of each part are collected once, so that a
/// long chain of parts is not walked to its end from each of them.
fn types<'d>(
    index: &ObjectIndex<'d>,
    schema: Node<'d>,
    known: &mut NodeMap<'d, BTreeSet<&'d str>>,
) -> BTreeSet<&'d str> {
    let mut entered = NodeSet::default();
    let mut open = vec![schema];
    while let Some(&part) = open.last() {
        let inner = part.get("allOf").into_iter().flat_map(Node::items);
        let inner = inner.filter_map(|inner| index.resolve(inner));
        if !known.contains_key(&part) && entered.insert(part) {
            open.extend(inner.filter(|inner| !known.contains_key(inner)));
            continue;
        }
        open.pop();
        // A part that contains itself has an error of its own.
        let mut types: BTreeSet<&str> =
            inner.filter_map(|inner| known.get(&inner)).flatten().copied().collect();
        types.extend(part.get("type").and_then(Node::as_str));
        known.entry(part).or_insert(types);
    }
    known.get(&schema).cloned().unwrap_or_default()
}
