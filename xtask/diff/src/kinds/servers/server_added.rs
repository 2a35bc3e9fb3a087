//! A server that was not there.

use super::super::prelude::*;

pub static KIND: ChangeKind = ChangeKind {
    info: KindInfo {
        id: "server-added",
        summary: "A server was added to an operation.",
        rationale: "Request: old clients still call the other servers.",
        inverse: "server-removed",
    },
    check: Check::Operation(check),
    cases: &[Case::operation(
        "servers: [{url: 'https://a'}]",
        "servers: [{url: 'https://a'}, {url: 'https://b'}]",
        &["server-added (compatible, none, none) server was added: https://b"],
    )],
};

fn check<'d>(pair: &OperationPair<'d>, changes: &mut Changes<'d>) {
    let around = operations::own_servers(pair.base);
    for added in matching::servers(pair).added {
        changes.add(
            "server",
            (None, Some(added.url.to_owned())),
            (Location::missing_in(around), added.location),
            pair.context.impact(Level::Compatible, Level::None),
        );
    }
}
