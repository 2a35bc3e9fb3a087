//! A path that is in another file.

use super::super::prelude::*;

pub static KIND: ChangeKind = ChangeKind {
    info: KindInfo {
        id: "path-unreadable-changed",
        summary: "In one of the documents a path, or a method of a path, is not an object, or is \
                  a reference that cannot be resolved; and the documents differ there.",
        rationale: "diff cannot compare the operations there, so the change counts as breaking \
                    until you check it.",
        inverse: "path-unreadable-changed",
    },
    check: Check::Document(check),
    cases: &[Case::document(
        "paths: {/a: {$ref: 'a.yaml'}}",
        "paths: {/a: {$ref: 'b.yaml'}}",
        &["path-unreadable-changed (breaking, breaking, breaking) path `/a` was \
           {\"$ref\":\"a.yaml\"}, is {\"$ref\":\"b.yaml\"}"],
    )],
};

fn check<'d>(documents: &Documents<'d>, changes: &mut Changes<'d>) {
    let (Some(base), Some(head)) = (documents.base.at("/paths"), documents.head.at("/paths"))
    else {
        return;
    };
    let is_lost = |entry: &spec::Entry| !entry.key.starts_with("x-") && is_unreadable(entry.value);
    for entry in base.entries().filter(is_lost) {
        let is = head.get(entry.key);
        add(entry.key, (Some(entry.value), base), (is, head), changes);
    }
    for entry in head.entries().filter(is_lost) {
        let was = base.get(entry.key);
        if was.is_none_or(|was| !is_unreadable(was)) {
            add(entry.key, (was, base), (Some(entry.value), head), changes);
        }
    }
}

fn add<'d>(
    path: &str,
    (was, base): (Option<Node<'d>>, Node<'d>),
    (is, head): (Option<Node<'d>>, Node<'d>),
    changes: &mut Changes<'d>,
) {
    if !same_or_absent(was, is) {
        let location =
            |node: Option<Node<'d>>, paths| node.map_or(Location::missing_in(paths), Location::at);
        let values = (was.map(shown), is.map(shown));
        let locations = (location(was, base), location(is, head));
        changes.add(format!("path `{path}`"), values, locations, Impact::UNKNOWN);
    }
}

fn is_unreadable(path: Node) -> bool {
    let Some(path) = path.resolve().ok().filter(|path| path.is_object()) else { return true };
    let mut methods = path.entries().filter(|entry| spec::METHODS.contains(&entry.key));
    methods.any(|method| !method.value.is_object())
}
