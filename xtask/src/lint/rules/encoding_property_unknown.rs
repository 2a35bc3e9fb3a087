//! An encoding of no property.

use super::*;

pub static RULE: Rule = Rule {
    id: "encoding-property-unknown",
    group: Group::Valid,
    severity: Severity::Error,
    what: "A key of `encoding` is not a property of the schema.",
    why: "It says how a property is written; mostly the name is misspelt.",
    instead: "use the name of the property",
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

fn check(node: Node, outline: &Outline, findings: &mut Findings) {
    let Some(encoding) = node.get("encoding") else { return };
    let schema = node.get("schema");
    // A schema that cannot be read may have any property.
    if schema.is_some_and(|schema| !is_readable(outline, schema)) {
        return;
    }
    for entry in encoding.entries() {
        if schema.and_then(|schema| composition::property(outline, schema, entry.key)).is_none() {
            findings.at_key(entry.value, format!("the schema has no property `{}`", entry.key));
        }
    }
}

/// Whether all references to parts of a schema lead somewhere.
fn is_readable(outline: &Outline, schema: Node) -> bool {
    let parts = composition::parts(outline, schema);
    let lists = parts
        .iter()
        .flat_map(|part| composition::COMPOSITES.iter().filter_map(|keyword| part.get(keyword)));
    lists.flat_map(Node::items).chain([schema]).all(|part| outline.resolve(part).is_some())
}
