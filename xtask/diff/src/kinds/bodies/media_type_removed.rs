//! A media type that is gone.

use super::super::prelude::*;

pub static KIND: ChangeKind = ChangeKind {
    info: KindInfo {
        id: "media-type-removed",
        summary: "A request body or a response has one media type less.",
        rationale: "Request: what an old client sends in it is refused. Response: an old client \
                    that asks for it gets another one, or an error. Source: callers choose \
                    between several media types of a request, which is another type of the body.",
        inverse: "media-type-added",
    },
    check: Check::Object(&[ObjectKind::RequestBody, ObjectKind::Response], check),
    cases: &[Case::operation(
        "responses: {'200': {description: A., content: {application/json: {}, text/csv: {}}}}",
        "responses: {'200': {description: A., content: {text/csv: {}}}}",
        &[
            "media-type-removed (none, breaking, none) media type is gone, was application/json",
            "response-type-changed (none, none, breaking) type of the response was JSON as Value, is \
             text",
        ],
    )],
};

fn check<'d>(pair: &ObjectPair<'d>, changes: &mut Changes<'d>) {
    for (name, removed) in matching::content(pair).removed {
        let source = bodies::of_media_type(pair);
        changes.add(
            "media type",
            (Some(name.to_owned()), None),
            (Location::at(removed), pair.head.location_of("content").around()),
            pair.context.impact(Level::Breaking, source),
        );
    }
}
