//! A composition of schemas that are too large to be merged.

use super::*;

/// How many values a part may have with all its own parts; `generate` merges no larger ones.
const LARGEST: usize = crate::generate::LARGEST_PART;

pub static RULE: Rule = Rule {
    id: "composition-too-large",
    group: Group::Generate,
    severity: Severity::Error,
    what: "A part of `allOf`, `anyOf` or `oneOf` is so large, with all the parts that it has itself, \
           that it is not merged into one type.",
    why: "The generated type would lack the properties of that part, and the client would lose them.",
    instead: "split the schema, or make the part a property",
    failing: &[],
    passing: &["
components:
  schemas:
    A: {allOf: [{$ref: '#/components/schemas/B'}]}
    B: {type: object, properties: {b: {type: string}}}
"],
    check: Check::Document(check),
};

fn check(outline: &Outline, findings: &mut Findings) {
    let mut known = NodeMap::default();
    for reference in
        outline.references.iter().filter(|reference| is_merged(outline, reference.node))
    {
        let Ok(target) = reference.target else { continue };
        if size(outline, target, &mut known) > LARGEST {
            let name = target.key().unwrap_or_default();
            let message =
                format!("`{name}` has more than {LARGEST} values when its parts are merged");
            findings.at(reference.node, message);
        }
    }
}

/// Whether a reference is to a part whose properties are copied: objects beside objects are merged,
/// all else becomes a reference or any JSON.
fn is_merged<'d>(outline: &Outline<'d>, reference: Node<'d>) -> bool {
    let Some(list) = reference.parent().filter(|_| composition::is_part(reference)) else {
        return false;
    };
    let says_more = || {
        let keys = ["properties", "additionalProperties", "required", "anyOf", "oneOf"];
        list.parent().is_some_and(|schema| keys.iter().any(|key| schema.get(key).is_some()))
    };
    let is_object = |part: Node<'d>| {
        let parts = composition::parts(outline, part).into_iter();
        let kinds: Vec<_> = parts.filter_map(|part| part.get("type")?.as_str()).collect();
        kinds.iter().all(|kind| *kind == "object")
    };
    match list.key() {
        Some("allOf") => list.len() > 1 || says_more(),
        _ => list.len() > 1 && list.items().all(is_object),
    }
}

/// How many values a schema has when every part in it is replaced by what it refers to.
fn size<'d>(outline: &Outline<'d>, schema: Node<'d>, known: &mut NodeMap<'d, usize>) -> usize {
    let mut entered = NodeSet::default();
    let mut open = vec![schema];
    while let Some(&node) = open.last() {
        let (mut values, mut parts) = (0_usize, Vec::new());
        count(outline, node, &mut values, &mut parts);
        if !known.contains_key(&node) && entered.insert(node) {
            open.extend(parts.into_iter().filter(|part| !known.contains_key(part)));
            continue;
        }
        open.pop();
        // What contains itself says nothing more by that.
        let parts = parts.iter().filter_map(|part| known.get(part));
        let size = parts.fold(values, |sum, part| sum.saturating_add(*part));
        known.entry(node).or_insert(size);
    }
    known.get(&schema).copied().unwrap_or_default()
}

/// Counts the values in one, and adds the schemas that are its parts.
fn count<'d>(outline: &Outline<'d>, node: Node<'d>, values: &mut usize, parts: &mut Vec<Node<'d>>) {
    *values += 1;
    if node.get("$ref").is_some() && is_merged(outline, node) {
        return parts.extend(outline.resolve(node));
    }
    for inner in node.items().chain(node.entries().map(|entry| entry.value)) {
        count(outline, inner, values, parts);
    }
}
