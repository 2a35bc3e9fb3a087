//! A list of values that was removed.

use super::super::prelude::*;

pub static KIND: ChangeKind = ChangeKind {
    info: KindInfo {
        id: "enum-removed",
        summary: "A schema no longer lists its values.",
        rationale: "Response: if the list was closed, the server may now return any value. \
                    Source: an enum becomes a string, which is another type.",
        inverse: "enum-added",
    },
    check: Check::Object(&[ObjectKind::Schema], check),
    cases: &[
        Case::schema(
            "{type: string, enum: [a]}",
            "{type: string}",
            &["enum-removed (compatible, breaking, breaking) `enum` was removed: [\"a\"]"],
        ),
        // The alternatives have the same values.
        Case::schema(
            "{type: string, enum: [a, b]}",
            "{oneOf: [{type: string, enum: [a]}, {type: string, enum: [b]}]}",
            &[
                "composition-changed (none, none, none) choice was added: oneOf",
                "enum-removed (none, none, none) `enum` was removed: [\"a\",\"b\"]",
                "type-changed (none, none, none) `type` was removed: string",
            ],
        ),
        Case::schema(
            "{type: string, enum: [a, b]}",
            "{type: string, maxLength: 4}",
            &[
                "enum-removed (compatible, breaking, breaking) `enum` was removed: [\"a\",\"b\"]",
                "max-length-changed (compatible, compatible, none) `maxLength` was added: 4",
            ],
        ),
    ],
};

fn check<'d>(pair: &ObjectPair<'d>, changes: &mut Changes<'d>) {
    let (Some(was), None) = (ValueList::of(&pair.base), ValueList::of(&pair.head)) else { return };
    let source = pair.type_level();
    let impact = match was.closed {
        true => pair.context.values(Allowed::Wider, source),
        false => pair.context.impact(Level::Compatible, source),
    };
    let locations = (Location::at(was.node), pair.head.location_of(was.key()));
    changes.add(format!("`{}`", was.key()), (Some(was.shown()), None), locations, impact);
}
