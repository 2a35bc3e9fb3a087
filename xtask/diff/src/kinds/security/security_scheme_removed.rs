//! A security scheme that was removed.

use super::super::prelude::*;

pub static KIND: ChangeKind = ChangeKind {
    info: KindInfo {
        id: "security-scheme-removed",
        summary: "A security scheme was removed from the document.",
        rationale: "It matters only if an operation required it, which is a change of its own.",
        inverse: "security-scheme-added",
    },
    check: Check::Document(check),
    cases: &[Case::document(
        "components: {securitySchemes: {a: {type: http, scheme: basic}}}",
        "components: {securitySchemes: {}}",
        &["security-scheme-removed (compatible, none, none) security scheme was removed: a"],
    )],
};

fn check<'d>(documents: &Documents<'d>, changes: &mut Changes<'d>) {
    let around = documents.head.at("/components/securitySchemes");
    let around = Location::missing_in(around.unwrap_or(documents.head.root()));
    for &removed in &documents.schemes.matched.removed {
        let name = removed.key().map(str::to_owned);
        changes.add(
            "security scheme",
            (name, None),
            (Location::at(removed), around),
            Impact::requests(Level::Compatible, Level::None),
        );
    }
}
