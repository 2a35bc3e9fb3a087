//! A media type that was not there.

use super::super::prelude::*;

pub static KIND: ChangeKind = ChangeKind {
    info: KindInfo {
        id: "media-type-added",
        summary: "A request body or a response has one more media type.",
        rationale: "Response: an old client still gets the media types that it asks for, and \
                    where there was no content, it ignores the new one. Source: JSON where there \
                    was none is another type of the response.",
        inverse: "media-type-removed",
    },
    check: Check::Object(&[ObjectKind::RequestBody, ObjectKind::Response], check),
    cases: &[
        Case::operation(
            "responses: {'200': {description: A., content: {application/json: {}}}}",
            "responses: {'200': {description: A., content: {application/json: {}, text/csv: {}}}}",
            &["media-type-added (none, compatible, none) media type is new: text/csv"],
        ),
        Case::operation(
            "responses: {'200': {description: A.}}",
            "responses: {'200': {description: A., content: {application/json: {}}}}",
            &["media-type-added (none, compatible, breaking) media type is new: application/json"],
        ),
        Case::operation(
            "requestBody: {content: {application/json: {}}}",
            "requestBody: {content: {application/json: {}, text/csv: {}}}",
            &["media-type-added (compatible, none, none) media type is new: text/csv"],
        ),
    ],
};

fn check<'d>(pair: &ObjectPair<'d>, changes: &mut Changes<'d>) {
    for (name, added) in matching::content(pair).added {
        let source = bodies::of_media_type(pair, added);
        changes.add(
            "media type",
            (None, Some(name.to_owned())),
            (pair.base.location_of("content").around(), Location::at(added)),
            pair.context.impact(Level::Compatible, source),
        );
    }
}
