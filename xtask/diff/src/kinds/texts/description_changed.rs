//! Changes of descriptions and other texts.

use super::super::prelude::*;

pub static KIND: ChangeKind = ChangeKind {
    info: KindInfo {
        id: "description-changed",
        summary: "`description`, `summary`, `title`, `externalDocs` or `$comment` changed.",
        rationale: "No client is affected. These texts become the documentation of the client.",
        inverse: "description-changed",
    },
    check: Check::Object(&ObjectKind::ALL, check),
    cases: &[Case::schema(
        "{type: string, description: An a.}",
        "{type: string, description: A b.}",
        &["description-changed (none, none, none) `description` was \"An a.\", is \"A b.\""],
    )],
};

fn check<'d>(pair: &ObjectPair<'d>, changes: &mut Changes<'d>) {
    for key in ["description", "summary", "title", "externalDocs", "$comment"] {
        let (was, is) = (pair.base.get(key), pair.head.get(key));
        if !same_or_absent(was, is) {
            let values = (was.map(shown), is.map(shown));
            changes.add(format!("`{key}`"), values, pair.locations_of(key), Impact::NONE);
        }
    }
}
