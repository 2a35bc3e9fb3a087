//! What should not be used any more.

use super::super::prelude::*;

pub static KIND: Kind = Kind {
    info: KindInfo {
        id: "deprecation-changed",
        summary: "`deprecated` came or went.",
        rationale: "All goes on working. Source: who calls a deprecated operation gets a warning \
                    of the compiler.",
        inverse: "deprecation-changed",
    },
    check: Check::Object(
        &[Object::Operation, Object::Parameter, Object::Header, Object::Schema],
        check,
    ),
    cases: &[Case::operation(
        "{}",
        "deprecated: true",
        &["deprecation-changed (compatible, none, compatible) `deprecated` was false, is true"],
    )],
};

fn check<'d>(pair: &Pair<'d>, changes: &mut Changes<'d>) {
    let (was, is) = (pair.base.says("deprecated"), pair.head.says("deprecated"));
    if was != is {
        let operation = pair.object == Object::Operation;
        let (reach, source) = match operation {
            true => (pair.reach.shown(), Level::Compatible),
            false => (pair.reach, Level::None),
        };
        let values = (Some(was.to_string()), Some(is.to_string()));
        let verdicts = reach.verdicts(Level::Compatible, source);
        changes.add("`deprecated`", values, pair.places_of("deprecated"), verdicts);
    }
}
