//! A server that was not there.

use super::super::prelude::*;

pub static KIND: Kind = Kind {
    info: KindInfo {
        id: "server-added",
        summary: "An operation is at one more server.",
        rationale: "Old clients go on calling the others.",
        inverse: "server-removed",
    },
    check: Check::Operation(check),
    cases: &[Case::operation(
        "servers: [{url: 'https://a'}]",
        "servers: [{url: 'https://a'}, {url: 'https://b'}]",
        &["server-added (compatible, none, none) server is new: https://b"],
    )],
};

fn check<'d>(pair: &Operations<'d>, changes: &mut Changes<'d>) {
    let around = operations::own_servers(pair.base);
    for added in matching::servers(pair).added {
        changes.add(
            "server",
            (None, Some(text(added, "url").to_owned())),
            (Place::missing_in(around), Place::at(added)),
            pair.reach.verdicts(Level::Compatible, Level::None),
        );
    }
}
