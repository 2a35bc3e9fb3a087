//! A named schema that was not there.

use super::super::prelude::*;

pub static KIND: ChangeKind = ChangeKind {
    info: KindInfo {
        id: "schema-added",
        summary: "The document names one more schema, and nothing refers to it.",
        rationale: "Nothing of it is sent. Source: a named string or list of values is a type in \
                    Rust, used or not; other schemas are not. Of one that is used, the places that use it tell what became of them.",
        inverse: "schema-removed",
    },
    check: Check::Document(check),
    cases: &[Case::document(
        "components: {schemas: {B: {type: string}}}",
        "components: {schemas: {A: {type: string}, B: {type: string}}}",
        &["schema-added (none, none, compatible) schema is new: A"],
    )],
};

fn check<'d>(documents: &Documents<'d>, changes: &mut Changes<'d>) {
    let around = schemas::around_schemas(documents.base);
    let added = schemas::schemas(documents).added;
    for added in schemas::unused(documents.head, added) {
        let name = added.key().unwrap_or_default().to_owned();
        let source = if rust_components::is_declared_unused(added) {
            Level::Compatible
        } else {
            Level::None
        };
        let impact = Impact::source(source);
        changes.add("schema", (None, Some(name)), (around, Location::at(added)), impact);
    }
}
