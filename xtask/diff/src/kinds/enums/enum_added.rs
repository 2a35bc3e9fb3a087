//! A list of values where there was none.

use super::super::prelude::*;

pub static KIND: ChangeKind = ChangeKind {
    info: KindInfo {
        id: "enum-added",
        summary: "A schema now lists its values, with `enum` or `x-extensible-enum`.",
        rationale: "Request: with a closed list, the server rejects every other value. Source: a \
                    string becomes an enum, which is another type.",
        inverse: "enum-removed",
    },
    check: Check::Object(&[ObjectKind::Schema], check),
    cases: &[
        Case::schema(
            "{type: string}",
            "{type: string, enum: [a]}",
            &["enum-added (breaking, compatible, breaking) `enum` was added: [\"a\"]"],
        ),
        Case::schema(
            "{type: string}",
            "{type: string, x-extensible-enum: [a]}",
            &[
                "enum-added (compatible, compatible, breaking) `x-extensible-enum` was added: [\"a\"]",
            ],
        ),
        Case::operation(
            "parameters: [{name: a, in: query, schema: {type: string}}]",
            "parameters: [{name: a, in: query, schema: {type: string, enum: [a]}}]",
            &["enum-added (breaking, none, risky) `enum` was added: [\"a\"]"],
        ),
    ],
};

fn check<'d>(pair: &ObjectPair<'d>, changes: &mut Changes<'d>) {
    let (None, Some(is)) = (ValueList::of(&pair.base), ValueList::of(&pair.head)) else { return };
    let source = pair.type_level();
    let impact = match is.closed {
        true => pair.context.values(Allowed::Narrower, source),
        false => pair.context.impact(Level::Compatible, source),
    };
    let locations = (pair.base.location_of(is.key()), Location::at(is.node));
    changes.add(format!("`{}`", is.key()), (None, Some(is.shown())), locations, impact);
}
