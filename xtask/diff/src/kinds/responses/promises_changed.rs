//! What a response must hold.

use super::super::prelude::*;

pub static KIND: ChangeKind = ChangeKind {
    info: KindInfo {
        id: "promises-changed",
        summary: "`x-promises` of a response came, went, or names something else.",
        rationale: "Response: an old client takes a response for an error that lacks what was \
                    promised; of a new promise it knows nothing. Source: nothing but the error \
                    changes.",
        inverse: "promises-changed",
    },
    check: Check::Object(&[ObjectKind::Response], check),
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

fn check<'d>(pair: &ObjectPair<'d>, changes: &mut Changes<'d>) {
    let promises = |object: &ResolvedObject| -> Vec<String> {
        let items = object.get("x-promises").into_iter().flat_map(Node::items);
        items.map(shown).collect()
    };
    let (was, is) = (promises(&pair.base), promises(&pair.head));
    let locations = pair.locations_of("x-promises");
    for promise in was.iter().filter(|promise| !is.contains(promise)) {
        let impact = pair.context.values(Allowed::Wider, Level::None);
        changes.add("promise", (Some(promise.clone()), None), locations, impact);
    }
    for promise in is.iter().filter(|promise| !was.contains(promise)) {
        let impact = pair.context.values(Allowed::Narrower, Level::None);
        changes.add("promise", (None, Some(promise.clone())), locations, impact);
    }
}
