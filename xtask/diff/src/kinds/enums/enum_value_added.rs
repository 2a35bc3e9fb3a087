//! A value that was not in a list.

use super::super::prelude::*;

pub static KIND: ChangeKind = ChangeKind {
    info: KindInfo {
        id: "enum-value-added",
        summary: "A value was added to a list of values (`enum` or `x-extensible-enum`).",
        rationale: "Response: if the list is closed, clients that are generated from the old \
                    document reject the whole response; an extensible list may always get more \
                    values. Source: the enum in Rust is open, so existing matches still compile.",
        inverse: "enum-value-removed",
    },
    check: Check::Object(&[ObjectKind::Schema], check),
    cases: &[
        Case::schema(
            "{type: string, enum: [a]}",
            "{type: string, enum: [b, a]}",
            &[
                "enum-value-added (compatible, breaking, compatible) value of `enum` was added: \"b\"",
            ],
        ),
        Case::schema(
            "{type: string, x-extensible-enum: [a]}",
            "{type: string, x-extensible-enum: [a, b]}",
            &[
                "enum-value-added (compatible, compatible, compatible) value of `x-extensible-enum` was \
               added: \"b\"",
            ],
        ),
        Case::schema("{type: string, enum: [a, b]}", "{type: string, enum: [b, a]}", &[]),
        Case::schema(
            "{anyOf: [{enum: [9007199254740993]}, {enum: [9007199254740992]}]}",
            "{anyOf: [{enum: [9007199254740992]}, {enum: [9007199254740993]}]}",
            &[],
        ),
        // An alternative allows the value before, too.
        Case::schema(
            "{anyOf: [{type: string, enum: [a]}, {type: string}]}",
            "{anyOf: [{type: string, enum: [a, b]}, {type: string}]}",
            &["enum-value-added (none, none, compatible) value of `enum` was added: \"b\""],
        ),
        Case::schema(
            "{type: string, enum: [ab]}",
            "{type: string, enum: [Ab]}",
            &[
                "enum-value-added (compatible, breaking, none) value of `enum` was added: \"Ab\"",
                "enum-value-removed (breaking, compatible, none) value of `enum` was removed: \"ab\"",
            ],
        ),
    ],
};

fn check<'d>(pair: &ObjectPair<'d>, changes: &mut Changes<'d>) {
    let (Some(was), Some(is)) = (ValueList::of(&pair.base), ValueList::of(&pair.head)) else {
        return;
    };
    let source = value_list::of_variants(pair, &is, &was, Level::Compatible);
    for value in is.without(&was) {
        let source = source(value);
        let impact = match was.closed && is.closed {
            true => pair.context.values(Allowed::Wider, source),
            false => pair.context.impact(Level::Compatible, source),
        };
        let locations = (Location::missing_in(was.node), Location::at(value));
        let subject = format!("value of `{}`", is.key());
        changes.add(subject, (None, Some(shown(value))), locations, impact);
    }
}
