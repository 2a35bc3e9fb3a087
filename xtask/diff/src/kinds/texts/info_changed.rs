//! Changes of the info object.

use super::super::prelude::*;

pub static KIND: ChangeKind = ChangeKind {
    info: KindInfo {
        id: "info-changed",
        summary: "A member of `info` changed, such as the title, the version or the contact.",
        rationale: "No client is affected, because the client does not send the version.",
        inverse: "info-changed",
    },
    check: Check::Object(&[ObjectKind::OpenApi], check),
    cases: &[Case::document(
        "info: {title: A, version: '1'}",
        "info: {title: A, version: '2'}",
        &["info-changed (none, none, none) `version` was \"1\", is \"2\""],
    )],
};

fn check<'d>(pair: &ObjectPair<'d>, changes: &mut Changes<'d>) {
    let (base, head) = pair.locations_of("info");
    for (name, was, is) in differing(pair.base.get("info"), pair.head.get("info")) {
        let locations =
            (was.map_or(base.around(), Location::at), is.map_or(head.around(), Location::at));
        changes.add(format!("`{name}`"), (was.map(shown), is.map(shown)), locations, Impact::NONE);
    }
}
