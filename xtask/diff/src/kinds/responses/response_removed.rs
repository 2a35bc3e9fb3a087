//! A response with a status that was removed.

use super::super::prelude::*;

pub static KIND: ChangeKind = ChangeKind {
    info: KindInfo {
        id: "response-removed",
        summary: "The response for a status was removed from an operation.",
        rationale: "Response: an old client waits for the removed success. An error that is no \
                    longer returned harms no client, but code that handles it is never run. If \
                    `4XX` or `default` covers the status now, the two responses are compared.",
        inverse: "response-added",
    },
    check: Check::Operation(check),
    cases: &[
        Case::operation(
            "responses: {'200': {description: A.}, '404': {description: No a.}}",
            "responses: {'200': {description: A.}}",
            &["response-removed (none, compatible, none) status was removed: 404"],
        ),
        Case::operation(
            "responses: {'200': {description: A.}, '202': {description: Later.}}",
            "responses: {'200': {description: A.}}",
            &["response-removed (none, breaking, none) status was removed: 202"],
        ),
        // Two responses with types of their own are compared for their values only.
        Case::document(
            "
paths: {/a: {get: {responses: {'404': {content: {application/json: {schema: {$ref: '#/components/schemas/A'}}}}, '4XX': {content: {application/json: {schema: {$ref: '#/components/schemas/B'}}}}}}}}
components: {schemas: {A: {type: object, properties: {a: {type: string, enum: [a]}}}, B: {type: object, properties: {a: {type: string}}}}}
",
            "
paths: {/a: {get: {responses: {'4XX': {content: {application/json: {schema: {$ref: '#/components/schemas/B'}}}}}}}}
components: {schemas: {A: {type: object, properties: {a: {type: string, enum: [a]}}}, B: {type: object, properties: {a: {type: string}}}}}
",
            &[
                "enum-removed (none, breaking, none) `enum` was removed: [\"a\"]",
                "response-removed (none, breaking, none) status was removed: 404, covered by `4XX`",
            ],
        ),
    ],
};

fn check<'d>(pair: &OperationPair<'d>, changes: &mut Changes<'d>) {
    let response = Context::of(pair.context.direction.reverse());
    for (status, removed) in matching::responses(pair).removed {
        let covered = pair.covered(removed);
        let level = match covered {
            Some(covered) => Level::breaking_unless(covered.adds_none),
            None => Level::breaking_unless(!status.starts_with(['2', '3'])),
        };
        changes.add(
            "status",
            (Some(responses::shown(status, covered.map(|covered| covered.head.0))), None),
            (Location::at(removed), member(pair.head.node, "responses").around()),
            response.impact(level, Level::None),
        );
    }
}
