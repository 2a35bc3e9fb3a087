//! A place that refers to another named schema than before.

use super::super::prelude::*;

pub static KIND: ChangeKind = ChangeKind {
    info: KindInfo {
        id: "schema-exchanged",
        summary: "A reference to a named schema now refers to another one, and both documents \
                  have both names.",
        rationale: "Source: the value has another type, even if the schemas allow the same \
                    values. Differences between the schemas are reported as changes of their \
                    own.",
        inverse: "schema-exchanged",
    },
    check: Check::Reference(check),
    cases: &[Case::document(
        "
paths:
  /a: {get: {responses: {'200': {content: {application/json: {schema: {$ref: '#/components/schemas/A'}}}}}}}
components: {schemas: {A: {type: string}, B: {type: string}}}
",
        "
paths:
  /a: {get: {responses: {'200': {content: {application/json: {schema: {$ref: '#/components/schemas/B'}}}}}}}
components: {schemas: {A: {type: string}, B: {type: string}}}
",
        &["schema-exchanged (none, none, breaking) schema was A, is B"],
    ),
    Case::document(
        "
paths:
  /a: {get: {parameters: [{name: a, in: query, schema: {allOf: [{$ref: '#/components/schemas/A'}], maxLength: 5}}]}}
components: {schemas: {A: {type: string}, B: {type: string}}}
",
        "
paths:
  /a: {get: {parameters: [{name: a, in: query, schema: {allOf: [{$ref: '#/components/schemas/B'}], maxLength: 5}}]}}
components: {schemas: {A: {type: string}, B: {type: string}}}
",
        &["schema-exchanged (none, none, breaking) schema was A, is B"],
    )],
};

fn check<'d>(pair: &ReferencePair<'d>, changes: &mut Changes<'d>) {
    let Some((was, is)) = pair.names() else { return };
    if pair.is_renaming() || pair.is_wrapping() {
        return;
    }
    changes.add(
        "schema",
        (Some(was), Some(is)),
        (Location::at(pair.base), Location::at(pair.head)),
        pair.context.impact(Level::None, pair.source),
    );
}
