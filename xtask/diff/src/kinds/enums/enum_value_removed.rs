//! A value that is not in a list any more.

use super::super::prelude::*;

pub static KIND: ChangeKind = ChangeKind {
    info: KindInfo {
        id: "enum-value-removed",
        summary: "A list of values, `enum` or `x-extensible-enum`, has one less.",
        rationale: "Request: an old client may send the value, which is refused now. Source: the \
                    enum in Rust has one variant less, and code that names it does not compile.",
        inverse: "enum-value-added",
    },
    check: Check::Object(&[ObjectKind::Schema], check),
    cases: &[
        Case::schema(
            "{type: string, enum: [a, b]}",
            "{type: string, enum: [a]}",
            &[
                "enum-value-removed (breaking, compatible, breaking) value of `enum` is gone, was \"b\"",
            ],
        ),
        Case::schema(
            "{type: integer, x-extensible-enum: [1, 2]}",
            "{type: integer, x-extensible-enum: [1]}",
            &[
                "enum-value-removed (breaking, compatible, none) value of `x-extensible-enum` is gone, \
               was 2",
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
