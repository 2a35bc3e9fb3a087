//! What an answer must hold.

use super::*;
use mapping::extensions::GUARANTEED;

pub static KIND: Kind = Kind {
    id: "guaranteed-changed",
    what: "`x-guaranteed` of an answer came, went, or names something else.",
    why: "Response: if a field is no longer guaranteed, an old client returns an error for a response \
          without it; a new guarantee has no effect on it. Source: only the error changes.",
    mirror: "guaranteed-changed",
    check: Check::Object(&[Object::Response], check),
    cases: &[
        Case::operation(
            "responses: {'200': {description: A., x-guaranteed: [/a]}}",
            "responses: {'200': {description: A., x-guaranteed: [/a, /b]}}",
            &["guaranteed-changed (none, compatible, none) guaranteed field is new: \"/b\""],
        ),
        Case::operation(
            "responses: {'200': {description: A., x-guaranteed: [/a]}}",
            "responses: {'200': {description: A.}}",
            &["guaranteed-changed (none, breaking, none) guaranteed field is gone, was \"/a\""],
        ),
        Case::operation(
            "responses: {'200': {description: A., x-guaranteed: [/a]}}",
            "responses: {'200': {description: A., x-guaranteed: [/a, [/b, /c]]}}",
            &[
                "guaranteed-changed (none, compatible, none) guaranteed field is new: [\"/b\",\"/c\"]",
            ],
        ),
    ],
};

fn check<'d>(pair: &Pair<'d>, changes: &mut Changes<'d>) {
    let guaranteed = |side: &Side| -> Vec<String> {
        let items = side.get(GUARANTEED).into_iter().flat_map(Node::items);
        items.map(shown).collect()
    };
    let (was, is) = (guaranteed(&pair.base), guaranteed(&pair.head));
    let places = pair.places_of(GUARANTEED);
    for field in was.iter().filter(|field| !is.contains(field)) {
        let verdicts = pair.reach.values(Effect::Wider, Level::None);
        changes.add("guaranteed field", (Some(field.clone()), None), places, verdicts);
    }
    for field in is.iter().filter(|field| !was.contains(field)) {
        let verdicts = pair.reach.values(Effect::Narrower, Level::None);
        changes.add("guaranteed field", (None, Some(field.clone())), places, verdicts);
    }
}
