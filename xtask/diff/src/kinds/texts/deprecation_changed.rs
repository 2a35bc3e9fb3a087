//! Changes of `deprecated`.

use super::super::prelude::*;

pub static KIND: ChangeKind = ChangeKind {
    info: KindInfo {
        id: "deprecation-changed",
        summary: "`deprecated` was added or removed.",
        rationale: "Source: code that calls a deprecated operation gets a warning of the \
                    compiler. Everything continues to work.",
        inverse: "deprecation-changed",
    },
    check: Check::Object(
        &[ObjectKind::Operation, ObjectKind::Parameter, ObjectKind::Header, ObjectKind::Schema],
        check,
    ),
    cases: &[Case::operation(
        "{}",
        "deprecated: true",
        &["deprecation-changed (compatible, none, compatible) `deprecated` was false, is true"],
    )],
};

fn check<'d>(pair: &ObjectPair<'d>, changes: &mut Changes<'d>) {
    let (was, is) = (pair.base.is_true("deprecated"), pair.head.is_true("deprecated"));
    if was != is {
        let operation = pair.kind == ObjectKind::Operation;
        let (context, source) = match operation {
            true => (pair.context.with_rust_type(), Level::Compatible),
            false => (pair.context, Level::None),
        };
        let values = (Some(was.to_string()), Some(is.to_string()));
        let impact = context.impact(Level::Compatible, source);
        changes.add("`deprecated`", values, pair.locations_of("deprecated"), impact);
    }
}
