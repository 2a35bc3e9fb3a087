//! A parameter that was required and is optional.

use super::super::prelude::*;

pub static KIND: Kind = Kind {
    info: KindInfo {
        id: "parameter-became-optional",
        summary: "A parameter that calls had to give can be left out now.",
        rationale: "Old clients go on giving it. Source: an argument becomes a setter.",
        inverse: "parameter-became-required",
    },
    check: Check::Object(&[Object::Parameter], check),
    cases: &[Case::operation(
        "parameters: [{name: a, in: query, required: true, schema: {type: string}}]",
        "parameters: [{name: a, in: query, schema: {type: string}}]",
        &["parameter-became-optional (compatible, none, breaking) parameter `a` was required, is \
           optional"],
    )],
};

fn check<'d>(pair: &Pair<'d>, changes: &mut Changes<'d>) {
    let (base, head) = (pair.base.anchor(), pair.head.anchor());
    if arguments::is_required(base) && !arguments::is_required(head) {
        changes.add(
            format!("parameter `{}`", text(head, "name")),
            (Some("required".into()), Some("optional".into())),
            pair.places_of("required"),
            pair.reach.verdicts(Level::Compatible, Level::Breaking),
        );
    }
}
