//! An encoding whose name is not a property of the schema.

use crate::prelude::*;

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "encoding-property-unknown",
        group: Group::Valid,
        severity: Severity::Error,
        summary: "A key of `encoding` is not a property of the schema.",
        rationale: "The encoding has no effect on the request body. Usually, the name is misspelt.",
        help: "write the name of a property of the schema, or declare the property, or remove the entry",
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

/// The names of all properties, if all parts of the schema can be read.
fn properties<'d>(index: &ObjectIndex<'d>, schema: Option<Node<'d>>) -> Option<HashSet<&'d str>> {
    let Some(schema) = schema else { return Some(HashSet::new()) };
    index.resolve(schema)?;
    let parts = composition::parts(index, schema);
    let properties = parts.iter().filter_map(|part| part.get("properties"));
    let names = properties.flat_map(Node::entries).map(|entry| entry.key);
    composition::is_read(index, &parts).then(|| names.collect())
}
