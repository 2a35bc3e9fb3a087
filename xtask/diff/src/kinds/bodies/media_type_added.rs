//! A media type that was not there.

use super::super::prelude::*;

pub static KIND: ChangeKind = ChangeKind {
    info: KindInfo {
        id: "media-type-added",
        summary: "A media type of a request body or a response was added.",
        rationale: "Response: if there was no content, an old client ignores it. An old client still \
                    gets the media types that it asks for. Source: a request body with several \
                    media types has another type, because callers choose one of them.",
        inverse: "media-type-removed",
    },
    check: Check::Object(&[ObjectKind::RequestBody, ObjectKind::Response], check),
    cases: &[
        Case::operation(
            "responses: {'200': {description: A., content: {application/json: {}}}}",
            "responses: {'200': {description: A., content: {application/json: {}, text/csv: {}}}}",
            &["media-type-added (none, compatible, none) media type was added: text/csv"],
        ),
        Case::operation(
            "responses: {'200': {description: A.}}",
            "responses: {'200': {description: A., content: {application/json: {}}}}",
            &[
                "media-type-added (none, compatible, none) media type was added: application/json",
                "response-type-changed (none, none, breaking) type of the response was nothing, is \
                 JSON as Value",
            ],
        ),
        Case::operation(
            "requestBody: {content: {application/json: {}}}",
            "requestBody: {content: {application/json: {}, text/csv: {}}}",
            &["media-type-added (compatible, none, risky) media type was added: text/csv"],
        ),
    ],
};

fn check<'d>(pair: &ObjectPair<'d>, changes: &mut Changes<'d>) {
    for (name, added) in matching::content(pair).added {
        let source = bodies::of_media_type(pair);
        changes.add(
            "media type",
            (None, Some(name.to_owned())),
            (pair.base.location_of("content").around(), Location::at(added)),
            pair.context.impact(Level::Compatible, source),
        );
    }
}
