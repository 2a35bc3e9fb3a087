//! The fields that a response guarantees.

use mapping::extensions::GUARANTEED;

use super::super::prelude::*;

pub static KIND: ChangeKind = ChangeKind {
    info: KindInfo {
        id: "guaranteed-changed",
        summary: "`x-guaranteed` of a response was added, removed, or names other fields.",
        rationale: "Response: if a field is no longer guaranteed, an old client returns an error \
                    for a response without it; a new guarantee has no effect on it. Source: only \
                    the error changes.",
        inverse: "guaranteed-changed",
    },
    check: Check::Object(&[ObjectKind::Response], check),
    cases: &[
        Case::operation(
            "responses: {'200': {description: A., x-guaranteed: [/a]}}",
            "responses: {'200': {description: A., x-guaranteed: [/a, /b]}}",
            &["guaranteed-changed (none, compatible, none) guaranteed field was added: \"/b\""],
        ),
        Case::operation(
            "responses: {'200': {description: A., x-guaranteed: [/a]}}",
            "responses: {'200': {description: A.}}",
            &["guaranteed-changed (none, breaking, none) guaranteed field was removed: \"/a\""],
        ),
        Case::operation(
            "responses: {'200': {description: A., x-guaranteed: [/a]}}",
            "responses: {'200': {description: A., x-guaranteed: [/a, [/b, /c]]}}",
            &[
                "guaranteed-changed (none, compatible, none) guaranteed field was added: [\"/b\",\"/c\"]",
            ],
        ),
    ],
};

fn check<'d>(pair: &ObjectPair<'d>, changes: &mut Changes<'d>) {
    let guaranteed = |object: &ResolvedObject| -> Vec<String> {
        let items = object.get(GUARANTEED).into_iter().flat_map(Node::items);
        items.map(shown).collect()
    };
    let (was, is) = (guaranteed(&pair.base), guaranteed(&pair.head));
    let locations = pair.locations_of(GUARANTEED);
    for field in was.iter().filter(|field| !is.contains(field)) {
        let impact = pair.context.values(Allowed::Wider, Level::None);
        changes.add("guaranteed field", (Some(field.clone()), None), locations, impact);
    }
    for field in is.iter().filter(|field| !was.contains(field)) {
        let impact = pair.context.values(Allowed::Narrower, Level::None);
        changes.add("guaranteed field", (None, Some(field.clone())), locations, impact);
    }
}
