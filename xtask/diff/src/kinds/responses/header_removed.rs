//! A header that a response does not have any more.

use super::super::prelude::*;

pub static KIND: ChangeKind = ChangeKind {
    info: KindInfo {
        id: "header-removed",
        summary: "A response, or a part of a form, has one header less.",
        rationale: "Response: an old client may read it, and does so without a doubt if it was \
                    always there.",
        inverse: "header-added",
    },
    check: Check::Object(&[ObjectKind::Response, ObjectKind::Encoding], check),
    cases: &[
        Case::operation(
            "responses: {'200': {description: A., headers: {X-A: {schema: {type: string}}}}}",
            "responses: {'200': {description: A.}}",
            &["header-removed (none, risky, none) header `X-A` is gone, was string"],
        ),
        Case::operation(
            "responses: {'200': {description: A., headers: {X-A: {schema: {type: string}}}}}",
            "responses: {'200': {description: A., headers: {x-a: {schema: {type: string}}}}}",
            &[],
        ),
        Case::operation(
            "responses: {'200': {description: A., headers: {x-a: {schema: {type: string}}}}}",
            "responses: {'200': {description: A., headers: {}}}",
            &["header-removed (none, risky, none) header `x-a` is gone, was string"],
        ),
        Case::operation(
            "responses: {'200': {description: A., headers: {X-A: {required: true}}}}",
            "responses: {'200': {description: A.}}",
            &["header-removed (none, breaking, none) header `X-A` is gone, was any"],
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
