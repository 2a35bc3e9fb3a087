//! A list of values that is gone.

use super::super::prelude::*;

pub static KIND: Kind = Kind {
    info: KindInfo {
        id: "enum-removed",
        summary: "A schema does not list its values any more.",
        rationale: "Answer: after a closed list, any value may come. Source: an enum becomes a \
                    text, which is another type.",
        inverse: "enum-added",
    },
    check: Check::Object(&[Object::Schema], check),
    cases: &[Case::schema(
        "{type: string, enum: [a]}",
        "{type: string}",
        &["enum-removed (compatible, breaking, breaking) `enum` is gone, was [\"a\"]"],
    )],
};

fn check<'d>(pair: &Pair<'d>, changes: &mut Changes<'d>) {
    let (Some(was), None) = (Listed::of(&pair.base), Listed::of(&pair.head)) else { return };
    let source = rust_type::of_type(pair);
    let verdicts = match was.closed {
        true => pair.reach.values(Effect::Wider, source),
        false => pair.reach.verdicts(Level::Compatible, source),
    };
    let places = (Place::at(was.node), pair.head.place_of(was.key()));
    changes.add(format!("`{}`", was.key()), (Some(was.shown()), None), places, verdicts);
}
