//! The address of a server.

use super::super::prelude::*;

pub static KIND: ChangeKind = ChangeKind {
    info: KindInfo {
        id: "server-changed",
        summary: "A server has another URL or description.",
        rationale: "Request: an old client goes on calling the old address, and the document does \
                    not tell whether it still responds.",
        inverse: "server-changed",
    },
    check: Check::Operation(check),
    cases: &[
        Case::operation(
            "servers: [{url: 'https://a'}]",
            "servers: [{url: 'https://b'}]",
            &["server-changed (risky, none, none) `url` was \"https://a\", is \"https://b\""],
        ),
        Case::operation(
            "servers: [{url: 'https://a'}]",
            "servers: [{url: 'https://a', description: An a.}]",
            &["server-changed (none, none, none) `description` is new: \"An a.\""],
        ),
    ],
};

fn check<'d>(pair: &OperationPair<'d>, changes: &mut Changes<'d>) {
    for (base, head) in matching::servers(pair).matched {
        let members = differing(Some(base), Some(head)).into_iter();
        for (name, was, is) in members.filter(|(name, ..)| *name != "variables") {
            let level = if name == "description" { Level::None } else { Level::Risky };
            let locations = (member(base, name), member(head, name));
            let impact = pair.context.impact(level, Level::None);
            changes.add(format!("`{name}`"), (was.map(shown), is.map(shown)), locations, impact);
        }
    }
}
