//! Changes of a variable in the URL of a server.

use super::super::prelude::*;

pub static KIND: ChangeKind = ChangeKind {
    info: KindInfo {
        id: "server-variable-changed",
        summary: "A variable in the URL of a server was added, removed, or has other values.",
        rationale: "Request: an old client still uses a removed value, and the document does not \
                    say whether that server still works.",
        inverse: "server-variable-changed",
    },
    check: Check::Operation(check),
    cases: &[
        Case::operation(
            "servers: [{url: 'https://{r}', variables: {r: {default: a, enum: [a]}}}]",
            "servers: [{url: 'https://{r}', variables: {r: {default: a, enum: [a, b]}}}]",
            &["server-variable-changed (compatible, none, none) variable `r` was \
               {\"default\":\"a\",\"enum\":[\"a\"]}, is {\"default\":\"a\",\"enum\":[\"a\",\"b\"]}"],
        ),
        Case::operation(
            "servers: [{url: 'https://{r}', variables: {r: {default: a}}}]",
            "servers: [{url: 'https://{r}'}]",
            &["server-variable-changed (risky, none, none) variable `r` was removed: \
               {\"default\":\"a\"}"],
        ),
    ],
};

fn check<'d>(pair: &OperationPair<'d>, changes: &mut Changes<'d>) {
    for (base, head) in matching::servers(pair).matched {
        let variables = |server: servers::Server<'d>| server.written()?.get("variables");
        let (old, new) = (variables(base), variables(head));
        for (name, was, is) in differing(old, new) {
            let goes_on = was.is_none_or(|was| is.is_some_and(|is| goes_on(was, is)));
            let level = if goes_on { Level::Compatible } else { Level::Risky };
            let locations = (
                was.map_or(base.member("variables").around(), Location::at),
                is.map_or(head.member("variables").around(), Location::at),
            );
            let impact = pair.context.impact(level, Level::None);
            let values = (was.map(shown), is.map(shown));
            changes.add(format!("variable `{name}`"), values, locations, impact);
        }
    }
}

/// Whether all values that a variable had are still among its values.
fn goes_on(was: Node, is: Node) -> bool {
    let all_known = match (was.get("enum"), is.get("enum")) {
        (_, None) => true,
        (None, Some(_)) => false,
        (Some(was), Some(is)) => {
            was.items().all(|value| is.items().any(|known| is_same(value, known)))
        }
    };
    all_known && text(was, "default") == text(is, "default")
}
