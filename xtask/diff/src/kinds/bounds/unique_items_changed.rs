//! Whether a list may hold a value twice.

use super::super::prelude::*;

pub static KIND: Kind = Kind {
    info: KindInfo {
        id: "unique-items-changed",
        summary: "`uniqueItems` came or went.",
        rationale: "Request: a list with a value twice is refused now, if it came. Answer: a \
                    client that relies on there being none may get one, if it went.",
        inverse: "unique-items-changed",
    },
    check: Check::Object(&[Object::Schema], check),
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

fn check<'d>(pair: &Pair<'d>, changes: &mut Changes<'d>) {
    let (was, is) = (pair.base.says("uniqueItems"), pair.head.says("uniqueItems"));
    let Some(effect) = Effect::of(is && !was, was && !is) else { return };
    let value = |says: bool| says.then(|| "true".to_owned());
    let verdicts = pair.reach.values(effect, Level::None);
    changes.add("`uniqueItems`", (value(was), value(is)), pair.places_of("uniqueItems"), verdicts);
}
