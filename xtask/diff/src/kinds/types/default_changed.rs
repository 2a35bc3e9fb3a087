//! What counts when a value is left out.

use super::super::prelude::*;

pub static KIND: ChangeKind = ChangeKind {
    info: KindInfo {
        id: "default-changed",
        summary: "`default` came, went, or is another value.",
        rationale: "Request: a client that leaves the value out asks for something else now. \
                    Response: a client that takes the default for a missing value understands \
                    something else. The Rust types have no defaults.",
        inverse: "default-changed",
    },
    check: Check::Object(&[ObjectKind::Schema], check),
    cases: &[
        Case::schema(
            "{type: integer, default: 10}",
            "{type: integer, default: 20}",
            &["default-changed (risky, risky, none) `default` was 10, is 20"],
        ),
        Case::schema(
            "{type: integer}",
            "{type: integer, default: 20}",
            &["default-changed (risky, risky, none) `default` is new: 20"],
        ),
    ],
};

fn check<'d>(pair: &ObjectPair<'d>, changes: &mut Changes<'d>) {
    let (was, is) = (pair.base.get("default"), pair.head.get("default"));
    if same_or_absent(was, is) {
        return;
    }
    let impact = pair.context.impact(Level::Risky, Level::None);
    let values = (was.map(shown), is.map(shown));
    changes.add("`default`", values, pair.locations_of("default"), impact);
}
