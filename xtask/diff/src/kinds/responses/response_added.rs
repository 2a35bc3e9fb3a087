//! A response with a status that was not there.

use super::super::prelude::*;

pub static KIND: ChangeKind = ChangeKind {
    info: KindInfo {
        id: "response-added",
        summary: "A response for another status was added to an operation.",
        rationale: "Response: an old client reads a new success as one without the documented \
                    content, and a new error as any error of its class. If `4XX` or `default` \
                    covered the status before, the two responses are compared: the new one \
                    breaks an old client if it has content that the old one does not allow.",
        inverse: "response-removed",
    },
    check: Check::Operation(check),
    cases: &[
        Case::operation(
            "responses: {'200': {description: A.}}",
            "responses: {'200': {description: A.}, '404': {description: No a.}}",
            &["response-added (none, compatible, none) status was added: 404"],
        ),
        Case::operation(
            "responses: {'200': {description: A.}}",
            "responses: {'200': {description: A.}, '202': {description: Later.}}",
            &["response-added (none, risky, none) status was added: 202"],
        ),
        // The range counts, not `default`.
        Case::operation(
            "
responses:
  default: {description: An error., content: {application/json: {schema: {type: integer}}}}
  4XX: {description: An error., content: {application/json: {schema: {type: string}}}}
",
            "
responses:
  default: {description: An error., content: {application/json: {schema: {type: integer}}}}
  4XX: {description: An error., content: {application/json: {schema: {type: string}}}}
  '404': {description: An error., content: {application/json: {schema: {type: string}}}}
",
            &["response-added (none, compatible, none) status was added: 404, covered by `4XX`"],
        ),
        Case::operation(
            "responses: {default: {description: A.}}",
            "responses: {'200': {description: A.}, default: {description: A.}}",
            &["response-added (none, compatible, none) status was added: 200, covered by `default`"],
        ),
        Case::operation(
            "
responses:
  4XX: {description: An error., content: {application/json: {schema: {type: string}}}}
",
            "
responses:
  4XX: {description: An error., content: {application/json: {schema: {type: string}}}}
  '404': {description: An error., content: {application/json: {schema: {type: string}}}}
",
            &["response-added (none, compatible, none) status was added: 404, covered by `4XX`"],
        ),
        Case::operation(
            "
responses:
  default: {description: An error., headers: {X-A: {required: true}}, content: {application/json: {schema: {type: string}}}}
",
            "
responses:
  default: {description: An error., headers: {X-A: {required: true}}, content: {application/json: {schema: {type: string}}}}
  '404': {description: An error., content: {application/json: {schema: {type: integer}}}}
",
            &[
                "header-removed (none, breaking, none) header `X-A` was removed: any",
                "response-added (none, breaking, none) status was added: 404, covered by `default`",
                "type-changed (none, breaking, none) `type` was string, is integer",
            ],
        ),
    ],
};

fn check<'d>(pair: &OperationPair<'d>, changes: &mut Changes<'d>) {
    let response = Context::of(pair.context.direction.reverse());
    for (status, added) in matching::responses(pair).added {
        let covered = pair.covered(added);
        let level = match covered {
            Some(covered) => Level::breaking_unless(covered.adds_none),
            None if status.starts_with(['2', '3']) => Level::Risky,
            None => Level::Compatible,
        };
        changes.add(
            "status",
            (None, Some(responses::shown(status, covered.map(|covered| covered.base.0)))),
            (member(pair.base.node, "responses").around(), Location::at(added)),
            response.impact(level, Level::None),
        );
    }
}
