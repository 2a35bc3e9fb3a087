//! The parameters of a media type.

use super::super::prelude::*;

pub static KIND: ChangeKind = ChangeKind {
    info: KindInfo {
        id: "media-type-changed",
        summary: "The parameters of a media type changed, such as `charset`.",
        rationale: "Request and response: a party that compares the whole `Content-Type`, with \
                    its parameters, does not recognize it. A request body whose media type no \
                    longer requires parameters may still have them.",
        inverse: "media-type-changed",
    },
    check: Check::Object(&[ObjectKind::RequestBody, ObjectKind::Response], check),
    cases: &[
        Case::operation(
            "requestBody: {content: {application/json: {}}}",
            "requestBody: {content: {application/json; charset=utf-8: {}}}",
            &["media-type-changed (risky, none, none) media type was application/json, is \
               application/json; charset=utf-8"],
        ),
        Case::operation(
            "requestBody: {content: {text/csv; header=present: {}}}",
            "requestBody: {content: {text/csv: {}}}",
            &["media-type-changed (compatible, none, none) media type was text/csv; \
               header=present, is text/csv"],
        ),
    ],
};

fn check<'d>(pair: &ObjectPair<'d>, changes: &mut Changes<'d>) {
    let plain = |name: &str| name.to_ascii_lowercase().replace([' ', '"'], "");
    for ((was, base), (is, head)) in matching::content(pair).matched {
        if plain(was) != plain(is) {
            let level = match pair.context.is_request() && !is.contains(';') {
                true => Level::Compatible,
                false => Level::Risky,
            };
            changes.add(
                "media type",
                (Some(was.to_owned()), Some(is.to_owned())),
                (Location::at(base), Location::at(head)),
                pair.context.impact(level, Level::None),
            );
        }
    }
}
