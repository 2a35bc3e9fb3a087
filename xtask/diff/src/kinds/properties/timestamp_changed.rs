//! A time that is an integer.

use mapping::extensions::TIMESTAMP;

use super::super::prelude::*;

pub static KIND: ChangeKind = ChangeKind {
    info: KindInfo {
        id: "timestamp-changed",
        summary: "`x-timestamp` of an integer was added, removed, or has another unit.",
        rationale: "Request, Response: with another unit one of the documents converts values to \
                    wrong times. Source: the type has a method for a property with `x-timestamp`.",
        inverse: "timestamp-changed",
    },
    check: Check::Object(&[ObjectKind::Schema], check),
    cases: &[
        Case::schema(
            "{type: object, properties: {a: {type: integer}}}",
            "{type: object, properties: {a: {type: integer, x-timestamp: seconds}}}",
            &["timestamp-changed (none, none, compatible) `x-timestamp` was added: seconds"],
        ),
        Case::schema(
            "{type: object, properties: {a: {type: integer, x-timestamp: seconds}}}",
            "{type: object, properties: {a: {type: integer}}}",
            &["timestamp-changed (none, none, breaking) `x-timestamp` was removed: seconds"],
        ),
        Case::schema(
            "{type: object, properties: {a: {type: integer, x-timestamp: seconds}}}",
            "{type: object, properties: {a: {type: integer, x-timestamp: milliseconds}}}",
            &["timestamp-changed (risky, risky, none) `x-timestamp` was seconds, is milliseconds"],
        ),
    ],
};

fn check<'d>(pair: &ObjectPair<'d>, changes: &mut Changes<'d>) {
    let (was, is) = (pair.base.text(TIMESTAMP), pair.head.text(TIMESTAMP));
    let impact = match (was, is) {
        (was, is) if was == is => return,
        (None, _) => pair.context.impact(Level::None, Level::Compatible),
        (_, None) => pair.context.impact(Level::None, Level::Breaking),
        _ => pair.context.impact(Level::Risky, Level::None),
    };
    let values = (was.map(str::to_owned), is.map(str::to_owned));
    changes.add(format!("`{TIMESTAMP}`"), values, pair.locations_of(TIMESTAMP), impact);
}
