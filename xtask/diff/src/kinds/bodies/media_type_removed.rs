//! A media type that is gone.

use super::super::prelude::*;

pub static KIND: Kind = Kind {
    info: KindInfo {
        id: "media-type-removed",
        summary: "A request body or an answer has one media type less.",
        rationale: "Request: what an old client sends in it is refused. Answer: an old client that \
                    asks for it gets another one, or an error. Source: no JSON where there was \
                    some is another type of the answer.",
        inverse: "media-type-added",
    },
    check: Check::Object(&[Object::RequestBody, Object::Response], check),
    cases: &[Case::operation(
        "responses: {'200': {description: A., content: {application/json: {}, text/csv: {}}}}",
        "responses: {'200': {description: A., content: {text/csv: {}}}}",
        &["media-type-removed (none, breaking, breaking) media type is gone, was application/json"],
    )],
};

fn check<'d>(pair: &Pair<'d>, changes: &mut Changes<'d>) {
    for (name, removed) in matching::content(pair).removed {
        let source = if spec::is_json(name) { bodies::of_json(pair) } else { Level::None };
        changes.add(
            "media type",
            (Some(name.to_owned()), None),
            (Place::at(removed), pair.head.place_of("content").around()),
            pair.reach.verdicts(Level::Breaking, source),
        );
    }
}
