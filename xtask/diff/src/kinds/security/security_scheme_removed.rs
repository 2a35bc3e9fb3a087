//! A security scheme that is gone.

use super::super::prelude::*;

pub static KIND: Kind = Kind {
    info: KindInfo {
        id: "security-scheme-removed",
        summary: "The document describes one security scheme less.",
        rationale: "It matters where an operation required it, which is a finding of its own.",
        inverse: "security-scheme-added",
    },
    check: Check::Object(&[Object::Components], check),
    cases: &[Case::document(
        "components: {securitySchemes: {a: {type: http, scheme: basic}}}",
        "components: {securitySchemes: {}}",
        &["security-scheme-removed (compatible, none, none) security scheme is gone, was a"],
    )],
};

fn check<'d>(pair: &Pair<'d>, changes: &mut Changes<'d>) {
    let schemes = matching::named(pair, "securitySchemes").by(|(name, _)| Some(name));
    for (name, removed) in schemes.removed {
        changes.add(
            "security scheme",
            (Some(name.to_owned()), None),
            (Place::at(removed), pair.head.place_of("securitySchemes").around()),
            pair.reach.verdicts(Level::Compatible, Level::None),
        );
    }
}
