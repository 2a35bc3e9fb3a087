//! A parameter that an operation did not have.

use super::super::prelude::*;

pub static KIND: ChangeKind = ChangeKind {
    info: KindInfo {
        id: "parameter-added",
        summary: "A parameter was added to an operation.",
        rationale: "Request: an old client does not send the parameter; the server rejects that \
                    if it is required. Source: a required parameter is an argument, an optional \
                    one a setter.",
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
                "parameter-added (breaking, none, breaking) required query parameter `p` was added: object",
                "parameter-removed (none, none, breaking) optional query parameter `a` was removed: string",
            ],
        ),
        Case::operation(
            "parameters: []",
            "parameters: [{name: a, in: query, schema: {type: string}}]",
            &[
                "parameter-added (compatible, none, compatible) optional query parameter `a` was added: \
               string",
            ],
        ),
        Case::operation(
            "parameters: []",
            "parameters: [{name: a, in: header, required: true, schema: {type: integer}}]",
            &["parameter-added (breaking, none, breaking) required header parameter `a` was added: \
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
    if pair.parameters.added.is_empty() {
        return;
    }
    let kept = loose::Kept::of(pair);
    let known = rust_arguments::Arguments::of(pair.base, pair.head);
    for &added in &pair.parameters.added {
        let alone = if is_required(added) { Level::Breaking } else { Level::Compatible };
        let level = kept.added(added).unwrap_or(alone);
        let typed = pair.context.is_request() && arguments::is_caller_set(pair.head, added);
        let context = Context { typed, ..pair.context };
        let is_known = known.has_all(added);
        let is_required = rust_arguments::of(added).iter().any(|argument| argument.required);
        let source = match () {
            () if is_known => Level::None,
            () if is_required => Level::Breaking,
            () => Level::Compatible,
        };
        changes.add(
            parameters::subject(added),
            (None, Some(parameters::type_of(added))),
            (member(pair.base.node, "parameters"), Location::at(added)),
            context.impact(level, source),
        );
    }
}
