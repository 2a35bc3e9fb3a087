//! A server that was removed.

use super::super::prelude::*;

pub static KIND: ChangeKind = ChangeKind {
    info: KindInfo {
        id: "server-removed",
        summary: "A server was removed from an operation.",
        rationale: "Request: an old client still calls the server, and the document does not say \
                    whether it still works.",
        inverse: "server-added",
    },
    check: Check::Operation(check),
    cases: &[Case::operation(
        "servers: [{url: 'https://a'}, {url: 'https://b'}]",
        "servers: [{url: 'https://a'}]",
        &["server-removed (risky, none, none) server was removed: https://b"],
    )],
};

fn check<'d>(pair: &OperationPair<'d>, changes: &mut Changes<'d>) {
    let around = operations::own_servers(pair.head);
    let addresses = servers::addresses(pair.head);
    for removed in matching::servers(pair).removed {
        let stays = addresses.contains(&removed.address(pair.base.path));
        let level = if stays { Level::None } else { Level::Risky };
        changes.add(
            "server",
            (Some(removed.url.to_owned()), None),
            (removed.location, Location::missing_in(around)),
            pair.context.impact(level, Level::None),
        );
    }
}
