//! The version of OpenAPI.

use super::super::prelude::*;

pub static KIND: ChangeKind = ChangeKind {
    info: KindInfo {
        id: "openapi-version-changed",
        summary: "`openapi` is another version of 3.0.",
        rationale: "No client is affected by the last number. Documents of versions other than \
                    3.0 are rejected, because their keywords have other meanings.",
        inverse: "openapi-version-changed",
    },
    check: Check::Object(&[ObjectKind::OpenApi], check),
    cases: &[Case::document(
        "openapi: 3.0.0",
        "openapi: 3.0.3",
        &["openapi-version-changed (none, none, none) `openapi` was \"3.0.0\", is \"3.0.3\""],
    )],
};

fn check<'d>(pair: &ObjectPair<'d>, changes: &mut Changes<'d>) {
    let (was, is) = (pair.base.get("openapi"), pair.head.get("openapi"));
    if !same_or_absent(was, is) {
        let values = (was.map(shown), is.map(shown));
        changes.add("`openapi`", values, pair.locations_of("openapi"), Impact::NONE);
    }
}
