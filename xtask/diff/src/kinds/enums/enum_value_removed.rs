//! A value that is not in a list any more.

use super::super::prelude::*;

pub static KIND: ChangeKind = ChangeKind {
    info: KindInfo {
        id: "enum-value-removed",
        summary: "A value was removed from a list of values (`enum` or `x-extensible-enum`).",
        rationale: "Request: the server rejects the value, which an old client may send. Source: \
                    a variant of the enum in Rust was removed, and code that names it does not \
                    compile.",
        inverse: "enum-value-added",
    },
    check: Check::Object(&[ObjectKind::Schema], check),
    cases: &[
        Case::schema(
            "{type: string, enum: [a, b]}",
            "{type: string, enum: [a]}",
            &[
                "enum-value-removed (breaking, compatible, breaking) value of `enum` was removed: \"b\"",
            ],
        ),
        Case::schema(
            "{type: integer, x-extensible-enum: [1, 2]}",
            "{type: integer, x-extensible-enum: [1]}",
            &[
                "enum-value-removed (breaking, compatible, none) value of `x-extensible-enum` was removed: \
               2",
            ],
        ),
    ],
};

fn check<'d>(pair: &ObjectPair<'d>, changes: &mut Changes<'d>) {
    let (Some(was), Some(is)) = (ValueList::of(&pair.base), ValueList::of(&pair.head)) else {
        return;
    };
    let source = value_list::of_variants(pair, &was, &is, Level::Breaking);
    for value in was.without(&is) {
        let source = source(value);
        let impact = pair.context.values(Allowed::Narrower, source);
        let locations = (Location::at(value), Location::missing_in(is.node));
        let subject = format!("value of `{}`", was.key());
        changes.add(subject, (Some(shown(value)), None), locations, impact);
    }
}
