//! A security scheme that was not there.

use super::super::prelude::*;

pub static KIND: ChangeKind = ChangeKind {
    info: KindInfo {
        id: "security-scheme-added",
        summary: "The document describes one more security scheme.",
        rationale: "It matters where an operation requires it, which is a finding of its own.",
        inverse: "security-scheme-removed",
    },
    check: Check::Object(&[ObjectKind::Components], check),
    cases: &[Case::document(
        "components: {securitySchemes: {}}",
        "components: {securitySchemes: {a: {type: http, scheme: basic}}}",
        &["security-scheme-added (compatible, none, none) security scheme is new: a"],
    )],
};

fn check<'d>(pair: &ObjectPair<'d>, changes: &mut Changes<'d>) {
    let schemes = matching::named(pair, "securitySchemes").by(|(name, _)| Some(name));
    for (name, added) in schemes.added {
        changes.add(
            "security scheme",
            (None, Some(name.to_owned())),
            (pair.base.location_of("securitySchemes").around(), Location::at(added)),
            pair.context.impact(Level::Compatible, Level::None),
        );
    }
}
