//! A parameter that an operation did not have.

use super::super::prelude::*;

pub static KIND: ChangeKind = ChangeKind {
    info: KindInfo {
        id: "parameter-added",
        summary: "An operation takes one more parameter.",
        rationale: "Request: an old client does not send it, which is refused if it is required. \
                    Source: a required one is one more argument, an optional one a setter.",
        inverse: "parameter-removed",
    },
    check: Check::Operation(check),
    cases: &[
        Case::operation(
            "parameters: [{name: a, in: query, schema: {type: string}}]",
            "
parameters:
  - {name: p, in: query, required: true, schema: {type: object, required: [a], properties: {a: {type: string}}}}
",
            &[
                "parameter-added (breaking, none, breaking) required query parameter `p` is new: object",
                "parameter-removed (none, none, breaking) optional query parameter `a` is gone, was string",
            ],
        ),
        Case::operation(
            "parameters: []",
            "parameters: [{name: a, in: query, schema: {type: string}}]",
            &[
                "parameter-added (compatible, none, compatible) optional query parameter `a` is new: \
               string",
            ],
        ),
        Case::operation(
            "parameters: []",
            "parameters: [{name: a, in: header, required: true, schema: {type: integer}}]",
            &["parameter-added (breaking, none, breaking) required header parameter `a` is new: \
               integer"],
        ),
        Case::operation(
            "parameters: []",
            "parameters: [{name: Authorization, in: header, required: true, schema: {type: string}}]",
            &[],
        ),
    ],
};

fn check<'d>(pair: &OperationPair<'d>, changes: &mut Changes<'d>) {
    let kept = loose::Kept::of(pair);
    for &added in &pair.parameters.added {
        let required = is_required(added);
        let source = if required { Level::Breaking } else { Level::Compatible };
        let level = kept.added(added).unwrap_or(source);
        let context = Context { typed: arguments::is_caller_set(pair.head, added), ..pair.context };
        changes.add(
            parameters::subject(added),
            (None, Some(parameters::type_of(added))),
            (member(pair.base.node, "parameters"), Location::at(added)),
            context.impact(level, source),
        );
    }
}
