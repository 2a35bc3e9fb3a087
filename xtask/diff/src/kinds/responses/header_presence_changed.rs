//! Whether a header is always there.

use super::super::prelude::*;

pub static KIND: Kind = Kind {
    info: KindInfo {
        id: "header-presence-changed",
        summary: "A header became required, or is not any more.",
        rationale: "Answer: an old client relies on a required header, which may be missing now.",
        inverse: "header-presence-changed",
    },
    check: Check::Object(&[Object::Header], check),
    cases: &[Case::operation(
        "responses: {'200': {description: A., headers: {X-A: {required: true}}}}",
        "responses: {'200': {description: A., headers: {X-A: {}}}}",
        &["header-presence-changed (none, breaking, none) header was required, is optional"],
    )],
};

fn check<'d>(pair: &Pair<'d>, changes: &mut Changes<'d>) {
    let (was, is) = (pair.base.says("required"), pair.head.says("required"));
    let Some(effect) = Effect::of(is && !was, was && !is) else { return };
    let value = |required: bool| Some(if required { "required" } else { "optional" }.to_owned());
    let verdicts = pair.reach.values(effect, Level::None);
    changes.add("header", (value(was), value(is)), pair.places_of("required"), verdicts);
}
