//! Changes of `default`.

use super::super::prelude::*;

pub static KIND: ChangeKind = ChangeKind {
    info: KindInfo {
        id: "default-changed",
        summary: "`default` was added, removed or changed.",
        rationale: "Request: a client that omits the value requests something else. Response: a \
                    client that uses the default for a missing value reads another value. \
                    Source: the Rust types have no defaults.",
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
            &["default-changed (risky, risky, none) `default` was added: 20"],
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
