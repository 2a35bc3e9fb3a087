//! An encoding of no property.

use crate::prelude::*;

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "encoding-property-unknown",
        group: Group::Valid,
        severity: Severity::Error,
        summary: "A key of `encoding` is not a property of the schema.",
        rationale: "The encoding has no effect on the request body. Usually, the name is misspelt.",
        help: "write the name of a property of the schema",
    },
    stops_generation: false,
    failing: &["
components:
  requestBodies:
    A:
      content:
        multipart/form-data:
          schema: {type: object, properties: {file: {type: string}}}
          encoding:
            File: {contentType: image/png} # <-
"],
    passing: &["
components:
  requestBodies:
    A:
      content:
        multipart/form-data:
          schema: {allOf: [{type: object, properties: {file: {type: string}}}]}
          encoding: {file: {contentType: image/png}}
    B:
      content:
        multipart/form-data:
          schema: {allOf: [{$ref: 'https://example.com/schema.json'}]}
          encoding: {file: {contentType: image/png}}
"],
    check: Check::Each(&[Kind::MediaType], check),
};

fn check(node: Node, index: &ObjectIndex, diagnostics: &mut Diagnostics) {
    let Some(encoding) = node.get("encoding") else { return };
    // A schema that cannot be read may have any property.
    let Some(known) = properties(index, node.get("schema")) else { return };
    for entry in encoding.entries().filter(|entry| !known.contains(entry.key)) {
        diagnostics.at_key(entry.value, format!("the schema has no property `{}`", entry.key));
    }
}

/// The names of all properties, if all references to parts of the schema lead somewhere.
fn properties<'d>(index: &ObjectIndex<'d>, schema: Option<Node<'d>>) -> Option<HashSet<&'d str>> {
    let Some(schema) = schema else { return Some(HashSet::new()) };
    index.resolve(schema)?;
    let mut names = HashSet::new();
    for part in composition::parts(index, schema) {
        let lists = composition::COMPOSITES.iter().filter_map(|keyword| part.get(keyword));
        lists.flat_map(Node::items).try_for_each(|inner| index.resolve(inner).map(drop))?;
        let properties = part.get("properties");
        if properties.is_some_and(|properties| index.is_replaced(properties)) {
            return None;
        }
        names.extend(properties.into_iter().flat_map(Node::entries).map(|entry| entry.key));
    }
    Some(names)
}
