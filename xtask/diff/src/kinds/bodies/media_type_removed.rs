//! A media type that was removed.

use super::super::prelude::*;

pub static KIND: ChangeKind = ChangeKind {
    info: KindInfo {
        id: "media-type-removed",
        summary: "A media type of a request body or a response was removed.",
        rationale: "Request: the server rejects what an old client sends, unless a range such as \
                    `application/*` covers it. Response: an old client that asks for the media type \
                    gets another one, or an error. Source: a request body with several media types \
                    has another type, because callers choose one of them.",
        inverse: "media-type-added",
    },
    check: Check::Object(&[ObjectKind::RequestBody, ObjectKind::Response], check),
    cases: &[
        Case::operation(
            "responses: {'200': {description: A., content: {application/json: {}, text/csv: {}}}}",
            "responses: {'200': {description: A., content: {text/csv: {}}}}",
            &[
                "media-type-removed (none, breaking, none) media type was removed: application/json",
                "response-type-changed (none, none, breaking) type of the response was JSON as Value, is \
                 text",
            ],
        ),
        Case::operation(
            "requestBody: {content: {image/png: {schema: {type: string, maxLength: 5}}}}",
            "requestBody: {content: {'image/*': {schema: {type: string, maxLength: 9}}}}",
            &[
                "max-length-changed (compatible, none, none) `maxLength` was 5, is 9",
                "media-type-added (compatible, none, breaking) media type was added: image/*",
                "media-type-removed (compatible, none, breaking) media type was removed: image/png",
            ],
        ),
        Case::operation(
            "responses: {'200': {description: A., content: {'image/*': {}}}}",
            "responses: {'200': {description: A., content: {image/png: {}}}}",
            &[
                "media-type-added (none, compatible, none) media type was added: image/png",
                "media-type-removed (none, compatible, none) media type was removed: image/*",
            ],
        ),
        Case::operation(
            "responses: {'200': {description: A., content: {image/png: {}}}}",
            "responses: {'200': {description: A., content: {'*/*': {}}}}",
            &[
                "media-type-added (none, compatible, none) media type was added: */*",
                "media-type-removed (none, breaking, none) media type was removed: image/png",
            ],
        ),
    ],
};

fn check<'d>(pair: &ObjectPair<'d>, changes: &mut Changes<'d>) {
    for (name, removed) in matching::content(pair).removed {
        let source = bodies::of_media_type(pair);
        changes.add(
            "media type",
            (Some(name.to_owned()), None),
            (Location::at(removed), pair.head.location_of("content").around()),
            pair.context.impact(Level::breaking_unless(goes_on(pair, name)), source),
        );
    }
}

/// Whether old clients still send or get what they did.
fn goes_on(pair: &ObjectPair, name: &str) -> bool {
    let range = bodies::range(&pair.head, name);
    if pair.context.is_request() {
        return range.is_some();
    }
    let content = pair.head.get("content").into_iter().flat_map(Node::entries);
    let mut others = content.map(|entry| bodies::is_in_range(entry.key, name));
    // Of a range that is new, more may come than what it covers.
    let known = range.and_then(|(range, _)| pair.base.get("content")?.get(range));
    known.is_some() || others.any(|is_left| is_left)
}
