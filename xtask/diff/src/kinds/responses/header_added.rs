//! A header that a response did not have.

use super::super::prelude::*;

pub static KIND: ChangeKind = ChangeKind {
    info: KindInfo {
        id: "header-added",
        summary: "A header was added to a response, or to a part of a form.",
        rationale: "Response: an old client ignores it. Request: the server may reject a part \
                    without it if the header is required. Source: headers of responses have no \
                    types.",
        inverse: "header-removed",
    },
    check: Check::Object(&[ObjectKind::Response, ObjectKind::Encoding], check),
    cases: &[Case::operation(
        "responses: {'200': {description: A.}}",
        "responses: {'200': {description: A., headers: {X-A: {schema: {type: string}}}}}",
        &["header-added (none, compatible, none) header `X-A` was added: string"],
    )],
};

fn check<'d>(pair: &ObjectPair<'d>, changes: &mut Changes<'d>) {
    for (name, added) in matching::headers(pair).added {
        let header = added.resolve().unwrap_or(added);
        let level = match pair.context.is_request() && is_required(header) {
            true => Level::Breaking,
            false => Level::Compatible,
        };
        changes.add(
            format!("header `{name}`"),
            (None, Some(parameters::type_of(header))),
            (pair.base.location_of("headers").around(), Location::at(added)),
            pair.context.impact(level, Level::None),
        );
    }
}
