//! The parameters of a media type.

use super::super::prelude::*;

pub static KIND: ChangeKind = ChangeKind {
    info: KindInfo {
        id: "media-type-changed",
        summary: "A media type has other parameters, such as `charset`.",
        rationale: "Who compares the whole `Content-Type`, parameters included, takes it for \
                    another one.",
        inverse: "media-type-changed",
    },
    check: Check::Object(&[ObjectKind::RequestBody, ObjectKind::Response], check),
    cases: &[Case::operation(
        "requestBody: {content: {application/json: {}}}",
        "requestBody: {content: {application/json; charset=utf-8: {}}}",
        &["media-type-changed (risky, none, none) media type was application/json, is \
           application/json; charset=utf-8"],
    )],
};

fn check<'d>(pair: &ObjectPair<'d>, changes: &mut Changes<'d>) {
    let plain = |name: &str| name.to_ascii_lowercase().replace(' ', "");
    for ((was, base), (is, head)) in matching::content(pair).matched {
        if plain(was) != plain(is) {
            changes.add(
                "media type",
                (Some(was.to_owned()), Some(is.to_owned())),
                (Location::at(base), Location::at(head)),
                pair.context.impact(Level::Risky, Level::None),
            );
        }
    }
}
