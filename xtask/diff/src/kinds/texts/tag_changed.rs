//! The groups of operations.

use super::super::prelude::*;

pub static KIND: ChangeKind = ChangeKind {
    info: KindInfo {
        id: "tag-changed",
        summary: "The tags of an operation changed, or the tags that the document describes.",
        rationale: "No client is affected, because tags only group operations for readers.",
        inverse: "tag-changed",
    },
    check: Check::Object(&[ObjectKind::OpenApi, ObjectKind::Operation], check),
    cases: &[Case::operation(
        "tags: [a]",
        "tags: [b]",
        &["tag-changed (none, none, none) `tags` was [\"a\"], is [\"b\"]"],
    )],
};

fn check<'d>(pair: &ObjectPair<'d>, changes: &mut Changes<'d>) {
    let (was, is) = (pair.base.get("tags"), pair.head.get("tags"));
    if !same_or_absent(was, is) {
        let values = (was.map(shown), is.map(shown));
        changes.add("`tags`", values, pair.locations_of("tags"), Impact::NONE);
    }
}
