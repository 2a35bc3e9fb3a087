//! A named schema that was not there.

use super::super::prelude::*;

pub static KIND: ChangeKind = ChangeKind {
    info: KindInfo {
        id: "schema-added",
        summary: "A named schema was added to which nothing refers.",
        rationale: "Source: a named string or list of values becomes a type in Rust even if \
                    nothing uses it; other schemas do not. Changes of a schema in use are \
                    reported where it is used.",
        inverse: "schema-removed",
    },
    check: Check::Document(check),
    cases: &[Case::document(
        "components: {schemas: {B: {type: string}}}",
        "components: {schemas: {A: {type: string}, B: {type: string}}}",
        &["schema-added (none, none, compatible) schema was added: A"],
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
