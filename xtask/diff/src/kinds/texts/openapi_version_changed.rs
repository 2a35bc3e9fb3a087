//! The version of OpenAPI.

use super::super::prelude::*;

pub static KIND: Kind = Kind {
    info: KindInfo {
        id: "openapi-version-changed",
        summary: "`openapi` is another version of 3.0.",
        rationale: "The last number changes nothing. A document of another version than 3.0 is \
                    refused, because its keywords mean other things.",
        inverse: "openapi-version-changed",
    },
    check: Check::Object(&[Object::Root], check),
    cases: &[Case::document(
        "openapi: 3.0.0",
        "openapi: 3.0.3",
        &["openapi-version-changed (none, none, none) `openapi` was \"3.0.0\", is \"3.0.3\""],
    )],
};

fn check<'d>(pair: &Pair<'d>, changes: &mut Changes<'d>) {
    let (was, is) = (pair.base.get("openapi"), pair.head.get("openapi"));
    if !same_or_absent(was, is) {
        let values = (was.map(shown), is.map(shown));
        changes.add("`openapi`", values, pair.places_of("openapi"), Verdicts::NONE);
    }
}
