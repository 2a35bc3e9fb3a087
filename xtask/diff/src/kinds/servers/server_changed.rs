//! The address of a server.

use super::super::prelude::*;

pub static KIND: ChangeKind = ChangeKind {
    info: KindInfo {
        id: "server-changed",
        summary: "The URL or description of a server changed.",
        rationale: "Request: an old client still calls the old address, and the document does not \
                    say whether it still works. Without servers the address is `/`. Moving a \
                    part of the address from the URL of the server to the path, or the reverse, \
                    changes no address.",
        inverse: "server-changed",
    },
    check: Check::Operation(check),
    cases: &[
        Case::operation("{}", "servers: [{url: /}]", &[]),
        Case::operation(
            "{}",
            "servers: [{url: 'https://a'}]",
            &["server-changed (risky, none, none) `url` was added: \"https://a\""],
        ),
        Case::operation(
            "servers: [{url: 'https://A.test/b'}]",
            "servers: [{url: 'https://a.test/b'}]",
            &["server-changed (none, none, none) `url` was \"https://A.test/b\", is \
               \"https://a.test/b\""],
        ),
        Case::operation(
            "servers: [{url: 'https://a'}]",
            "servers: [{url: 'https://b'}]",
            &["server-changed (risky, none, none) `url` was \"https://a\", is \"https://b\""],
        ),
        Case::operation(
            "servers: [{url: 'https://a'}]",
            "servers: [{url: 'https://a', description: An a.}]",
            &["server-changed (none, none, none) `description` was added: \"An a.\""],
        ),
    ],
};

fn check<'d>(pair: &OperationPair<'d>, changes: &mut Changes<'d>) {
    for (base, head) in matching::servers(pair).matched {
        if base.url != head.url && (base.written().is_some() || head.written().is_some()) {
            // The path may have what the URL of the server had.
            let stays = servers::addresses(pair.head).contains(&base.address(pair.base.path));
            let level = if stays { Level::None } else { Level::Risky };
            let url = |server: servers::Server| server.written()?.get("url").map(shown);
            let locations = (base.member("url"), head.member("url"));
            let impact = pair.context.impact(level, Level::None);
            changes.add("`url`", (url(base), url(head)), locations, impact);
        }
        let members = differing(base.written(), head.written()).into_iter();
        for (name, was, is) in members.filter(|(name, ..)| !matches!(*name, "url" | "variables")) {
            let level = if name == "description" { Level::None } else { Level::Risky };
            let locations = (base.member(name), head.member(name));
            let impact = pair.context.impact(level, Level::None);
            changes.add(format!("`{name}`"), (was.map(shown), is.map(shown)), locations, impact);
        }
    }
}
