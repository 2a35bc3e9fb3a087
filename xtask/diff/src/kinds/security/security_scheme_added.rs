//! A security scheme that was not there.

use super::super::prelude::*;

pub static KIND: ChangeKind = ChangeKind {
    info: KindInfo {
        id: "security-scheme-added",
        summary: "A security scheme was added to the document.",
        rationale: "It matters only if an operation requires it, which is a change of its own.",
        inverse: "security-scheme-removed",
    },
    check: Check::Document(check),
    cases: &[Case::document(
        "components: {securitySchemes: {}}",
        "components: {securitySchemes: {a: {type: http, scheme: basic}}}",
        &["security-scheme-added (compatible, none, none) security scheme was added: a"],
    )],
};

fn check<'d>(documents: &Documents<'d>, changes: &mut Changes<'d>) {
    let around = documents.base.at("/components/securitySchemes");
    let around = Location::missing_in(around.unwrap_or(documents.base.root()));
    for &added in &documents.schemes.matched.added {
        let name = added.key().map(str::to_owned);
        changes.add(
            "security scheme",
            (None, name),
            (around, Location::at(added)),
            Impact::requests(Level::Compatible, Level::None),
        );
    }
}
