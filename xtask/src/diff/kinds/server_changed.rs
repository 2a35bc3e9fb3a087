//! The address of a server.

use super::*;

pub static KIND: Kind = Kind {
    id: "server-changed",
    what: "A server has another URL, or its variables have other values.",
    why: "Request: an old client goes on calling the old address, and the document does not tell \
          whether it still answers.",
    mirror: "server-changed",
    check: Check::Operation(check),
    cases: &[
        Case::operation(
            "servers: [{url: 'https://a'}]",
            "servers: [{url: 'https://b'}]",
            &["server-changed (risky, none, none) `url` was \"https://a\", is \"https://b\""],
        ),
        Case::operation(
            "servers: [{url: 'https://{r}', variables: {r: {default: a, enum: [a]}}}]",
            "servers: [{url: 'https://{r}', variables: {r: {default: a, enum: [a, b]}}}]",
            &["server-changed (compatible, none, none) variable `r` was \
               {\"default\":\"a\",\"enum\":[\"a\"]}, is {\"default\":\"a\",\"enum\":[\"a\",\"b\"]}"],
        ),
    ],
};

fn check<'d>(pair: &Operations<'d>, changes: &mut Changes<'d>) {
    for (base, head) in matching::servers(pair).both {
        let (was, is) = (base.get("url"), head.get("url"));
        if !same_or_absent(was, is) {
            let places = (matching::member(base, "url"), matching::member(head, "url"));
            let verdicts = pair.reach.verdicts(Level::Risky, Level::None);
            changes.add("`url`", (was.map(shown), is.map(shown)), places, verdicts);
            continue;
        }
        for variable in base.get("variables").into_iter().flat_map(Node::entries) {
            let is = head.get("variables").and_then(|variables| variables.get(variable.key));
            let Some(is) = is.filter(|is| !same(variable.value, *is)) else { continue };
            let level = if goes_on(variable.value, is) { Level::Compatible } else { Level::Risky };
            changes.add(
                format!("variable `{}`", variable.key),
                (Some(shown(variable.value)), Some(shown(is))),
                (Place::at(variable.value), Place::at(is)),
                pair.reach.verdicts(level, Level::None),
            );
        }
    }
}

/// Whether all values that a variable had are still among its values.
fn goes_on(was: Node, is: Node) -> bool {
    let all_known = match (was.get("enum"), is.get("enum")) {
        (_, None) => true,
        (None, Some(_)) => false,
        (Some(was), Some(is)) => {
            was.items().all(|value| is.items().any(|known| same(value, known)))
        }
    };
    all_known && text(was, "default") == text(is, "default")
}
