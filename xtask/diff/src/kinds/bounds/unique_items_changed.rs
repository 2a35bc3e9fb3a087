//! Whether a list may hold a value twice.

use super::super::prelude::*;

pub static KIND: ChangeKind = ChangeKind {
    info: KindInfo {
        id: "unique-items-changed",
        summary: "`uniqueItems` came or went.",
        rationale: "Request: a list with a value twice is refused now, if it came. Response: a \
                    client that relies on there being none may get one, if it went.",
        inverse: "unique-items-changed",
    },
    check: Check::Object(&[ObjectKind::Schema], check),
    cases: &[
        Case::schema(
            "{type: array, items: {}}",
            "{type: array, items: {}, uniqueItems: true}",
            &["unique-items-changed (breaking, compatible, none) `uniqueItems` is new: true"],
        ),
        Case::schema(
            "{type: array, items: {}}",
            "{type: array, items: {}, uniqueItems: false}",
            &[],
        ),
    ],
};

fn check<'d>(pair: &ObjectPair<'d>, changes: &mut Changes<'d>) {
    let (was, is) = (pair.base.is_true("uniqueItems"), pair.head.is_true("uniqueItems"));
    let Some(allowed) = Allowed::of(is && !was, was && !is) else { return };
    let value = |is_true: bool| is_true.then(|| "true".to_owned());
    let impact = pair.context.values(allowed, Level::None);
    changes.add("`uniqueItems`", (value(was), value(is)), pair.locations_of("uniqueItems"), impact);
}
