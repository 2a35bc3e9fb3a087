//! A named schema with another name.

use super::super::prelude::*;

pub static KIND: ChangeKind = ChangeKind {
    info: KindInfo {
        id: "schema-renamed",
        summary: "A reference to a named schema now refers to a schema of another name, and the \
                  old name was removed.",
        rationale: "Source: the Rust type has the name of the schema. The name is not sent, \
                    unless a discriminator has it as its value.",
        inverse: "schema-renamed",
    },
    check: Check::Reference(check),
    cases: &[Case::document(
        "
paths:
  /a: {get: {responses: {'200': {content: {application/json: {schema: {$ref: '#/components/schemas/A'}}}}}}}
components: {schemas: {A: {type: object, properties: {a: {$ref: '#/components/schemas/A'}}}}}
",
        "
paths:
  /a: {get: {responses: {'200': {content: {application/json: {schema: {$ref: '#/components/schemas/B'}}}}}}}
components: {schemas: {B: {type: object, properties: {a: {$ref: '#/components/schemas/B'}}}}}
",
        &["schema-renamed (none, none, breaking) schema was A, is B"],
    )],
};

fn check<'d>(pair: &ReferencePair<'d>, changes: &mut Changes<'d>) {
    let Some((was, is)) = pair.names().filter(|_| pair.is_renaming()) else { return };
    let is_same = rust_names::same_type(&was, &is);
    let source = pair.source.max(if is_same { Level::Compatible } else { Level::None });
    let values = (Some(was), Some(is));
    changes.add("schema", values, pair.targets(), pair.context.impact(Level::None, source));
}
