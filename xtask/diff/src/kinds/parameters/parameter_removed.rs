//! A parameter that an operation does not have any more.

use super::super::prelude::*;

pub static KIND: ChangeKind = ChangeKind {
    info: KindInfo {
        id: "parameter-removed",
        summary: "An operation takes one parameter less.",
        rationale: "Request: what an old client sends is ignored or refused. Source: there is one \
                    argument or setter less, unless another parameter has the same name in Rust.",
        inverse: "parameter-added",
    },
    check: Check::Operation(check),
    cases: &[
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
                "parameter-added (compatible, none, none) optional header parameter `a` is \
                 new: string",
                "parameter-removed (risky, none, none) optional query parameter `a` is gone, was \
                 string",
            ],
        ),
        // An object in the query becomes a setter for each property.
        Case::operation(
            "parameters: [{name: a, in: query, schema: {type: object, properties: {b: {type: string}}}}]",
            "parameters: [{name: b, in: query, schema: {type: string}}]",
            &[
                "parameter-added (compatible, none, none) optional query parameter `b` is new: string",
                "parameter-removed (risky, none, none) optional query parameter `a` is gone, was \
                 object",
            ],
        ),
    ],
};

fn check<'d>(pair: &OperationPair<'d>, changes: &mut Changes<'d>) {
    if pair.parameters.removed.is_empty() {
        return;
    }
    let kept = rust_arguments::Arguments::of(pair.head, pair.base);
    for &removed in &pair.parameters.removed {
        let typed = pair.context.is_request() && arguments::is_caller_set(pair.base, removed);
        let context = Context { typed, ..pair.context };
        let is_kept = kept.has_all(removed);
        changes.add(
            parameters::subject(removed),
            (Some(parameters::type_of(removed)), None),
            (Location::at(removed), member(pair.head.node, "parameters")),
            context.impact(Level::Risky, Level::breaking_if(!is_kept)),
        );
    }
}
