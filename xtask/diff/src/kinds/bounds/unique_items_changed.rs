//! Changes of `uniqueItems`.

use super::super::prelude::*;

pub static KIND: ChangeKind = ChangeKind {
    info: KindInfo {
        id: "unique-items-changed",
        summary: "`uniqueItems` was added or removed.",
        rationale: "Request: if it was added, the server rejects a list that contains a value \
                    twice. Response: if it was removed, a client that relies on unique values \
                    may receive a value twice.",
        inverse: "unique-items-changed",
    },
    check: Check::Object(&[ObjectKind::Schema], check),
    cases: &[
        Case::schema(
            "{type: array, items: {}}",
            "{type: array, items: {}, uniqueItems: true}",
            &["unique-items-changed (breaking, compatible, none) `uniqueItems` was added: true"],
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
