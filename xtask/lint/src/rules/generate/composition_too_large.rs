//! A composition of schemas that are too large to merge.

use crate::prelude::*;

/// How many values a part may have with all its own parts; `generate` merges no larger ones.
const LARGEST: usize = mapping::LARGEST_PART;

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "composition-too-large",
        group: Group::Generate,
        severity: Severity::Error,
        summary: "A part of `allOf`, `anyOf` or `oneOf`, together with its own parts, is too large \
                  to merge into one type.",
        rationale: "The generated type would lack the properties of the part, and the client would \
                    drop their values.",
        help: "split the schema, or use the part as the type of a property",
    },
    stops_generation: true,
    failing: &[],
    passing: &["
components:
  schemas:
    A: {allOf: [{$ref: '#/components/schemas/B'}]}
    B: {type: object, properties: {b: {type: string}}}
"],
    check: Check::Document(check),
};

fn check(index: &ObjectIndex, diagnostics: &mut Diagnostics) {
    let parts = index.references.iter().filter(|reference| composition::is_part(reference.node));
    let mut lists = NodeMap::default();
    let mut sizes = NodeMap::default();
    for reference in parts {
        let (Ok(target), Some(list)) = (&reference.target, reference.node.parent()) else {
            continue;
        };
        if *lists.entry(list).or_insert_with(|| is_merged(index, list))
            && size(index, *target, &mut lists, &mut sizes) > LARGEST
        {
            let name = target.key().unwrap_or_default();
            let message =
                format!("`{name}` has more than {LARGEST} values after its parts are merged");
            diagnostics.at(reference.node, message);
        }
    }
}

/// Whether the properties of the parts in a list are copied: objects beside objects are merged, all
/// else becomes a reference or any JSON.
fn is_merged<'d>(index: &ObjectIndex<'d>, list: Node<'d>) -> bool {
    let says_more = || {
        let keys = ["properties", "additionalProperties", "required", "anyOf", "oneOf"];
        list.parent().is_some_and(|schema| keys.iter().any(|key| schema.get(key).is_some()))
    };
    let is_object = |part: Node<'d>| {
        let part = index.resolve(part).unwrap_or(part);
        part.get("type").is_none_or(|kind| kind.as_str() == Some("object"))
    };
    match list.key() {
        Some("allOf") => list.len() > 1 || says_more(),
        _ => list.len() > 1 && list.items().all(is_object),
    }
}

/// How many values a schema has when every part in it is replaced by what it refers to.
fn size<'d>(
    index: &ObjectIndex<'d>,
    schema: Node<'d>,
    lists: &mut NodeMap<'d, bool>,
    sizes: &mut NodeMap<'d, usize>,
) -> usize {
    let mut entered = NodeMap::default();
    let mut open = vec![schema];
    while let Some(&node) = open.last() {
        if !sizes.contains_key(&node) && !entered.contains_key(&node) {
            let (mut values, mut parts) = (0, Vec::new());
            count(index, node, &mut values, lists, &mut parts);
            open.extend(parts.iter().filter(|part| !sizes.contains_key(part)));
            entered.insert(node, (values, parts));
            continue;
        }
        open.pop();
        if let Some((values, parts)) = entered.get(&node) {
            // What contains itself says nothing more by that.
            let parts = parts.iter().filter_map(|part| sizes.get(part));
            let size = parts.fold(*values, |sum: usize, part| sum.saturating_add(*part));
            sizes.entry(node).or_insert(size);
        }
    }
    sizes.get(&schema).copied().unwrap_or_default()
}

/// Counts the values in one, and adds the schemas that are copied into it.
fn count<'d>(
    index: &ObjectIndex<'d>,
    node: Node<'d>,
    values: &mut usize,
    lists: &mut NodeMap<'d, bool>,
    parts: &mut Vec<Node<'d>>,
) {
    *values += 1;
    let list = node.parent().filter(|_| node.get("$ref").is_some() && composition::is_part(node));
    if list.is_some_and(|list| *lists.entry(list).or_insert_with(|| is_merged(index, list))) {
        return parts.extend(index.resolve(node));
    }
    for inner in node.items().chain(node.entries().map(|entry| entry.value)) {
        count(index, inner, values, lists, parts);
    }
}
