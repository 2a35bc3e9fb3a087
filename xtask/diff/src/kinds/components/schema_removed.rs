//! A named schema that was removed.

use super::super::prelude::*;

pub static KIND: ChangeKind = ChangeKind {
    info: KindInfo {
        id: "schema-removed",
        summary: "A named schema was removed to which nothing referred.",
        rationale: "Source: a named string or list of values is a type in Rust even if nothing \
                    uses it; other schemas are not. Changes of a schema in use are reported \
                    where it is used.",
        inverse: "schema-added",
    },
    check: Check::Document(check),
    cases: &[
        Case::document(
            "components: {schemas: {A: {type: string}, B: {type: string}}}",
            "components: {schemas: {B: {type: string}}}",
            &["schema-removed (none, none, breaking) schema was removed: A"],
        ),
        Case::document(
            "
paths: {/a: {get: {parameters: [{name: a, in: query, schema: {$ref: '#/components/schemas/A'}}]}}}
components: {schemas: {A: {type: string}}}
",
            "paths: {/a: {get: {parameters: [{name: a, in: query, schema: {type: string}}]}}}",
            &["rust-type-changed (none, none, breaking) type in Rust was A, is String"],
        ),
        Case::document(
            "components: {schemas: {A: {type: object, properties: {a: {type: string}}}, B: {type: string}}}",
            "components: {schemas: {B: {type: string}}}",
            &["schema-removed (none, none, none) schema was removed: A"],
        ),
    ],
};

fn check<'d>(documents: &Documents<'d>, changes: &mut Changes<'d>) {
    let around = schemas::around_schemas(documents.head);
    let removed = schemas::schemas(documents).removed;
    for removed in schemas::unused(documents.base, removed) {
        let name = removed.key().unwrap_or_default().to_owned();
        let source = if rust_components::is_declared_unused(removed) {
            Level::Breaking
        } else {
            Level::None
        };
        let impact = Impact::source(source);
        changes.add("schema", (Some(name), None), (Location::at(removed), around), impact);
    }
}
