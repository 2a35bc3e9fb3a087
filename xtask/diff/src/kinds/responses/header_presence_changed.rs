//! Response headers that become required or optional.

use super::super::prelude::*;

pub static KIND: ChangeKind = ChangeKind {
    info: KindInfo {
        id: "header-presence-changed",
        summary: "A header became required or optional.",
        rationale: "Response: an old client may rely on a required header, which may be missing \
                    now.",
        inverse: "header-presence-changed",
    },
    check: Check::Object(&[ObjectKind::Header], check),
    cases: &[Case::operation(
        "responses: {'200': {description: A., headers: {X-A: {required: true}}}}",
        "responses: {'200': {description: A., headers: {X-A: {}}}}",
        &["header-presence-changed (none, breaking, none) header was required, is optional"],
    )],
};

fn check<'d>(pair: &ObjectPair<'d>, changes: &mut Changes<'d>) {
    let (was, is) = (pair.base.is_true("required"), pair.head.is_true("required"));
    let Some(allowed) = Allowed::of(is && !was, was && !is) else { return };
    let value = |required: bool| Some(if required { "required" } else { "optional" }.to_owned());
    let impact = pair.context.values(allowed, Level::None);
    changes.add("header", (value(was), value(is)), pair.locations_of("required"), impact);
}
