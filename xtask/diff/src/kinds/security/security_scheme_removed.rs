//! A security scheme that is gone.

use super::super::prelude::*;

pub static KIND: ChangeKind = ChangeKind {
    info: KindInfo {
        id: "security-scheme-removed",
        summary: "The document describes one security scheme less.",
        rationale: "It matters where an operation required it, which is a finding of its own.",
        inverse: "security-scheme-added",
    },
    check: Check::Object(&[ObjectKind::Components], check),
    cases: &[Case::document(
        "components: {securitySchemes: {a: {type: http, scheme: basic}}}",
        "components: {securitySchemes: {}}",
        &["security-scheme-removed (compatible, none, none) security scheme is gone, was a"],
    )],
};

fn check<'d>(pair: &ObjectPair<'d>, changes: &mut Changes<'d>) {
    let schemes = matching::named(pair, "securitySchemes").by(|(name, _)| Some(name));
    for (name, removed) in schemes.removed {
        changes.add(
            "security scheme",
            (Some(name.to_owned()), None),
            (Location::at(removed), pair.head.location_of("securitySchemes").around()),
            pair.context.impact(Level::Compatible, Level::None),
        );
    }
}
