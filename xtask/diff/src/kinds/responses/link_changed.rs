//! A link from an answer to another operation.

use super::super::prelude::*;

pub static KIND: Kind = Kind {
    info: KindInfo {
        id: "link-changed",
        summary: "A link of an answer came, went, or leads elsewhere.",
        rationale: "Links tell readers which operation may come next; nothing of them is sent.",
        inverse: "link-changed",
    },
    check: Check::Object(&[Object::Response, Object::Link], check),
    cases: &[Case::operation(
        "responses: {'200': {description: A.}}",
        "responses: {'200': {description: A., links: {a: {operationId: A}}}}",
        &["link-changed (none, compatible, none) link `a` is new: {\"operationId\":\"A\"}"],
    )],
};

fn check<'d>(pair: &Pair<'d>, changes: &mut Changes<'d>) {
    let verdicts = pair.reach.verdicts(Level::Compatible, Level::None);
    if pair.object == Object::Link {
        let (base, head) = (pair.base.anchor(), pair.head.anchor());
        if !same(base, head) {
            changes.add("link", (Some(shown(base)), Some(shown(head))), pair.places(), verdicts);
        }
        return;
    }
    let links = matching::named(pair, "links").by(|(name, _)| Some(name));
    for (name, node) in links.removed {
        let places = (Place::at(node), pair.head.place_of("links").around());
        changes.add(format!("link `{name}`"), (Some(shown(node)), None), places, verdicts);
    }
    for (name, node) in links.added {
        let places = (pair.base.place_of("links").around(), Place::at(node));
        changes.add(format!("link `{name}`"), (None, Some(shown(node))), places, verdicts);
    }
}
