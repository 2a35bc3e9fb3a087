//! A parameter that an operation does not have any more.

use super::super::prelude::*;

pub static KIND: ChangeKind = ChangeKind {
    info: KindInfo {
        id: "parameter-removed",
        summary: "An operation takes one parameter less.",
        rationale: "Request: what an old client sends is ignored or refused, unless another \
                    parameter reads it: the properties of an exploded object are sent like \
                    parameters. Source: there is one argument or setter less.",
        inverse: "parameter-added",
    },
    check: Check::Operation(check),
    cases: &[
        // The name of an exploded object is not sent, but those of its properties are.
        Case::operation(
            "parameters: [{name: p, in: query, schema: {type: object, properties: {a: {type: string, maxLength: 9}}}}]",
            "parameters: [{name: a, in: query, schema: {type: string, maxLength: 5}}]",
            &[
                "max-length-changed (breaking, none, none) `maxLength` was 9, is 5",
                "parameter-added (none, none, compatible) optional query parameter `a` is new: string",
                "parameter-removed (none, none, breaking) optional query parameter `p` is gone, was object",
            ],
        ),
        Case::operation(
            "parameters: [{name: a, in: query, schema: {type: string}}]",
            "parameters: []",
            &[
                "parameter-removed (risky, none, breaking) optional query parameter `a` is gone, was \
               string",
            ],
        ),
        Case::operation(
            "parameters: [{name: a, in: query, schema: {type: string}}]",
            "parameters: [{name: a, in: header, schema: {type: string}}]",
            &[
                "parameter-added (compatible, none, compatible) optional header parameter `a` is \
                 new: string",
                "parameter-removed (risky, none, breaking) optional query parameter `a` is gone, was \
                 string",
            ],
        ),
    ],
};

fn check<'d>(pair: &OperationPair<'d>, changes: &mut Changes<'d>) {
    let kept = loose::Kept::of(pair);
    for &removed in &pair.parameters.removed {
        let context =
            Context { typed: arguments::is_caller_set(pair.base, removed), ..pair.context };
        let level = kept.removed(removed).unwrap_or(Level::Risky);
        changes.add(
            parameters::subject(removed),
            (Some(parameters::type_of(removed)), None),
            (Location::at(removed), member(pair.head.node, "parameters")),
            context.impact(level, Level::Breaking),
        );
    }
}
