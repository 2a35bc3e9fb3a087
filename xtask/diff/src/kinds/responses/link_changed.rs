//! A link from a response to another operation.

use super::super::prelude::*;

pub static KIND: ChangeKind = ChangeKind {
    info: KindInfo {
        id: "link-changed",
        summary: "A link of a response was added, removed or changed.",
        rationale: "No client is affected, because links are not sent; they document which \
                    operation may follow.",
        inverse: "link-changed",
    },
    check: Check::Object(&[ObjectKind::Response, ObjectKind::Link], check),
    cases: &[Case::operation(
        "responses: {'200': {description: A.}}",
        "responses: {'200': {description: A., links: {a: {operationId: A}}}}",
        &["link-changed (none, compatible, none) link `a` was added: {\"operationId\":\"A\"}"],
    )],
};

fn check<'d>(pair: &ObjectPair<'d>, changes: &mut Changes<'d>) {
    let impact = pair.context.impact(Level::Compatible, Level::None);
    if pair.kind == ObjectKind::Link {
        let (base, head) = (pair.base.anchor(), pair.head.anchor());
        if !is_same(base, head) {
            changes.add("link", (Some(shown(base)), Some(shown(head))), pair.locations(), impact);
        }
        return;
    }
    let links = matching::named(pair, "links").by(|(name, _)| Some(name));
    for (name, node) in links.removed {
        let locations = (Location::at(node), pair.head.location_of("links").around());
        changes.add(format!("link `{name}`"), (Some(shown(node)), None), locations, impact);
    }
    for (name, node) in links.added {
        let locations = (pair.base.location_of("links").around(), Location::at(node));
        changes.add(format!("link `{name}`"), (None, Some(shown(node))), locations, impact);
    }
}
