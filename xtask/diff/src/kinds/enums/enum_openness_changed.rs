//! A list of values that was closed and is extensible, or the other way round.

use super::super::prelude::*;

pub static KIND: ChangeKind = ChangeKind {
    info: KindInfo {
        id: "enum-openness-changed",
        summary: "`enum` became `x-extensible-enum`, or the reverse.",
        rationale: "Request: if the list was closed, the server rejects other values. Response: \
                    if the list was opened, the server may return values that an old client does \
                    not know. Source: the enum in Rust is open in both cases.",
        inverse: "enum-openness-changed",
    },
    check: Check::Object(&[ObjectKind::Schema], check),
    cases: &[Case::schema(
        "{type: string, enum: [a]}",
        "{type: string, x-extensible-enum: [a]}",
        &["enum-openness-changed (compatible, breaking, none) list of values was `enum`, is \
               `x-extensible-enum`"],
    )],
};

fn check<'d>(pair: &ObjectPair<'d>, changes: &mut Changes<'d>) {
    let (Some(was), Some(is)) = (ValueList::of(&pair.base), ValueList::of(&pair.head)) else {
        return;
    };
    let Some(allowed) = Allowed::of(!was.closed && is.closed, was.closed && !is.closed) else {
        return;
    };
    let key = |list: &ValueList| Some(format!("`{}`", list.key()));
    let locations = (Location::at(was.node), Location::at(is.node));
    let impact = pair.context.values(allowed, Level::None);
    changes.add("list of values", (key(&was), key(&is)), locations, impact);
}
