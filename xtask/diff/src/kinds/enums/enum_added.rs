//! A list of values where there was none.

use super::super::prelude::*;

pub static KIND: Kind = Kind {
    info: KindInfo {
        id: "enum-added",
        summary: "A schema lists its values now, with `enum` or `x-extensible-enum`.",
        rationale: "Request: with a closed list, every other value is refused now. Source: a text \
                    becomes an enum, which is another type.",
        inverse: "enum-removed",
    },
    check: Check::Object(&[Object::Schema], check),
    cases: &[
        Case::schema(
            "{type: string}",
            "{type: string, enum: [a]}",
            &["enum-added (breaking, compatible, breaking) `enum` is new: [\"a\"]"],
        ),
        Case::schema(
            "{type: string}",
            "{type: string, x-extensible-enum: [a]}",
            &["enum-added (compatible, compatible, breaking) `x-extensible-enum` is new: [\"a\"]"],
        ),
        Case::operation(
            "parameters: [{name: a, in: query, schema: {type: string}}]",
            "parameters: [{name: a, in: query, schema: {type: string, enum: [a]}}]",
            &["enum-added (breaking, none, risky) `enum` is new: [\"a\"]"],
        ),
    ],
};

fn check<'d>(pair: &Pair<'d>, changes: &mut Changes<'d>) {
    let (None, Some(is)) = (Listed::of(&pair.base), Listed::of(&pair.head)) else { return };
    let source = rust_type::of_type(pair);
    let verdicts = match is.closed {
        true => pair.reach.values(Effect::Narrower, source),
        false => pair.reach.verdicts(Level::Compatible, source),
    };
    let places = (pair.base.place_of(is.key()), Place::at(is.node));
    changes.add(format!("`{}`", is.key()), (None, Some(is.shown())), places, verdicts);
}
