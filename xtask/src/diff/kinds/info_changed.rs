//! What a document says of itself.

use super::*;

pub static KIND: Kind = Kind {
    id: "info-changed",
    what: "A member of `info` changed: the title, the version, whom to ask.",
    why: "Nobody's program notices: the client does not send the version.",
    mirror: "info-changed",
    check: Check::Object(&[Object::Root], check),
    cases: &[Case::document(
        "info: {title: A, version: '1'}",
        "info: {title: A, version: '2'}",
        &["info-changed (none, none, none) `version` was \"1\", is \"2\""],
    )],
};

fn check<'d>(pair: &Pair<'d>, changes: &mut Changes<'d>) {
    let (was, is) = (pair.base.get("info"), pair.head.get("info"));
    let (Some(base), Some(head)) = (was, is) else {
        if was.is_some() || is.is_some() {
            let values = (was.map(shown), is.map(shown));
            changes.add("`info`", values, pair.places_of("info"), Verdicts::NONE);
        }
        return;
    };
    let mut keys: Vec<_> = base.entries().chain(head.entries()).map(|entry| entry.key).collect();
    keys.sort_unstable();
    keys.dedup();
    for key in keys {
        let (was, is) = (base.get(key), head.get(key));
        if !same_or_absent(was, is) {
            let places = (matching::member(base, key), matching::member(head, key));
            changes.add(
                format!("`{key}`"),
                (was.map(shown), is.map(shown)),
                places,
                Verdicts::NONE,
            );
        }
    }
}
