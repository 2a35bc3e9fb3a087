//! A media type that was not there.

use super::super::prelude::*;

pub static KIND: Kind = Kind {
    info: KindInfo {
        id: "media-type-added",
        summary: "A request body or an answer has one more media type.",
        rationale: "Answer: an old client that does not say which one it wants may get the new \
                    one; and where there was no content, it gets some. Source: JSON where there \
                    was none is another type of the answer.",
        inverse: "media-type-removed",
    },
    check: Check::Object(&[Object::RequestBody, Object::Response], check),
    cases: &[
        Case::operation(
            "responses: {'200': {description: A., content: {application/json: {}}}}",
            "responses: {'200': {description: A., content: {application/json: {}, text/csv: {}}}}",
            &["media-type-added (none, risky, none) media type is new: text/csv"],
        ),
        Case::operation(
            "responses: {'200': {description: A.}}",
            "responses: {'200': {description: A., content: {application/json: {}}}}",
            &["media-type-added (none, risky, breaking) media type is new: application/json"],
        ),
        Case::operation(
            "requestBody: {content: {application/json: {}}}",
            "requestBody: {content: {application/json: {}, text/csv: {}}}",
            &["media-type-added (compatible, none, none) media type is new: text/csv"],
        ),
    ],
};

fn check<'d>(pair: &Pair<'d>, changes: &mut Changes<'d>) {
    let level = if pair.reach.is_request() { Level::Compatible } else { Level::Risky };
    for (name, added) in matching::content(pair).added {
        let source = if spec::is_json(name) { bodies::of_json(pair) } else { Level::None };
        changes.add(
            "media type",
            (None, Some(name.to_owned())),
            (pair.base.place_of("content").around(), Place::at(added)),
            pair.reach.verdicts(level, source),
        );
    }
}
