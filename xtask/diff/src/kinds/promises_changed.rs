//! What an answer must hold.

use super::*;
use mapping::extensions::PROMISES;

pub static KIND: Kind = Kind {
    id: "promises-changed",
    what: "`x-promises` of an answer came, went, or names something else.",
    why: "Answer: an old client takes an answer for an error that lacks what was promised; of a new \
          promise it knows nothing. Source: nothing but the error changes.",
    mirror: "promises-changed",
    check: Check::Object(&[Object::Response], check),
    cases: &[
        Case::operation(
            "responses: {'200': {description: A., x-promises: [/a]}}",
            "responses: {'200': {description: A., x-promises: [/a, /b]}}",
            &["promises-changed (none, compatible, none) promise is new: \"/b\""],
        ),
        Case::operation(
            "responses: {'200': {description: A., x-promises: [/a]}}",
            "responses: {'200': {description: A.}}",
            &["promises-changed (none, breaking, none) promise is gone, was \"/a\""],
        ),
        Case::operation(
            "responses: {'200': {description: A., x-promises: [/a]}}",
            "responses: {'200': {description: A., x-promises: [/a, [/b, /c]]}}",
            &["promises-changed (none, compatible, none) promise is new: [\"/b\",\"/c\"]"],
        ),
    ],
};

fn check<'d>(pair: &Pair<'d>, changes: &mut Changes<'d>) {
    let promises = |side: &Side| -> Vec<String> {
        let items = side.get(PROMISES).into_iter().flat_map(Node::items);
        items.map(shown).collect()
    };
    let (was, is) = (promises(&pair.base), promises(&pair.head));
    let places = pair.places_of(PROMISES);
    for promise in was.iter().filter(|promise| !is.contains(promise)) {
        let verdicts = pair.reach.values(Effect::Wider, Level::None);
        changes.add("promise", (Some(promise.clone()), None), places, verdicts);
    }
    for promise in is.iter().filter(|promise| !was.contains(promise)) {
        let verdicts = pair.reach.values(Effect::Narrower, Level::None);
        changes.add("promise", (None, Some(promise.clone())), places, verdicts);
    }
}
