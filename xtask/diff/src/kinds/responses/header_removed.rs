//! A header that a response does not have any more.

use super::super::prelude::*;

pub static KIND: ChangeKind = ChangeKind {
    info: KindInfo {
        id: "header-removed",
        summary: "A header was removed from a response, or from a part of a form.",
        rationale: "Response: an old client may read the header, which it could rely on if it was \
                    required.",
        inverse: "header-added",
    },
    check: Check::Object(&[ObjectKind::Response, ObjectKind::Encoding], check),
    cases: &[
        Case::operation(
            "responses: {'200': {description: A., headers: {X-A: {schema: {type: string}}}}}",
            "responses: {'200': {description: A.}}",
            &["header-removed (none, risky, none) header `X-A` was removed: string"],
        ),
        Case::operation(
            "responses: {'200': {description: A., headers: {X-A: {schema: {type: string}}}}}",
            "responses: {'200': {description: A., headers: {x-a: {schema: {type: string}}}}}",
            &[],
        ),
        Case::operation(
            "responses: {'200': {description: A., headers: {x-a: {schema: {type: string}}}}}",
            "responses: {'200': {description: A., headers: {}}}",
            &["header-removed (none, risky, none) header `x-a` was removed: string"],
        ),
        Case::operation(
            "responses: {'200': {description: A., headers: {X-A: {required: true}}}}",
            "responses: {'200': {description: A.}}",
            &["header-removed (none, breaking, none) header `X-A` was removed: any"],
        ),
    ],
};

fn check<'d>(pair: &ObjectPair<'d>, changes: &mut Changes<'d>) {
    for (name, removed) in matching::headers(pair).removed {
        let header = removed.resolve().unwrap_or(removed);
        let level = match !pair.context.is_request() && is_required(header) {
            true => Level::Breaking,
            false => Level::Risky,
        };
        changes.add(
            format!("header `{name}`"),
            (Some(parameters::type_of(header)), None),
            (Location::at(removed), pair.head.location_of("headers").around()),
            pair.context.impact(level, Level::None),
        );
    }
}
