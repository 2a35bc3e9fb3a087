//! A value that was not in a list.

use super::super::prelude::*;

pub static KIND: Kind = Kind {
    info: KindInfo {
        id: "enum-value-added",
        summary: "A list of values, `enum` or `x-extensible-enum`, has one more.",
        rationale: "Answer: a closed list promised that no other value would come, and clients \
                    that were made from it refuse the whole answer; of an extensible list more was \
                    to be expected. Source: the enum in Rust is open, so a match on it has an arm \
                    for the new variant.",
        inverse: "enum-value-removed",
    },
    check: Check::Object(&[Object::Schema], check),
    cases: &[
        Case::schema(
            "{type: string, enum: [a]}",
            "{type: string, enum: [b, a]}",
            &["enum-value-added (compatible, breaking, compatible) value of `enum` is new: \"b\""],
        ),
        Case::schema(
            "{type: string, x-extensible-enum: [a]}",
            "{type: string, x-extensible-enum: [a, b]}",
            &[
                "enum-value-added (compatible, compatible, compatible) value of `x-extensible-enum` is \
               new: \"b\"",
            ],
        ),
        Case::schema("{type: string, enum: [a, b]}", "{type: string, enum: [b, a]}", &[]),
    ],
};

fn check<'d>(pair: &Pair<'d>, changes: &mut Changes<'d>) {
    let (Some(was), Some(is)) = (Listed::of(&pair.base), Listed::of(&pair.head)) else { return };
    let source = if value_list::are_variants(pair) { Level::Compatible } else { Level::None };
    for value in is.without(&was) {
        let verdicts = match was.closed && is.closed {
            true => pair.reach.values(Effect::Wider, source),
            false => pair.reach.verdicts(Level::Compatible, source),
        };
        let places = (Place::missing_in(was.node), Place::at(value));
        let subject = format!("value of `{}`", is.key());
        changes.add(subject, (None, Some(shown(value))), places, verdicts);
    }
}
