//! A parameter that an operation does not have any more.

use super::super::prelude::*;

pub static KIND: ChangeKind = ChangeKind {
    info: KindInfo {
        id: "parameter-removed",
        summary: "A parameter was removed from an operation.",
        rationale: "Request: the server ignores or rejects what an old client sends, unless another \
                    parameter reads it: the properties of an exploded object are sent like \
                    parameters. Source: an argument or a setter was removed, unless another \
                    parameter has the same name in Rust.",
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
                "parameter-added (none, none, none) optional query parameter `a` was added: string",
                "parameter-removed (none, none, none) optional query parameter `p` was removed: object",
            ],
        ),
        Case::operation(
            "parameters: [{name: a, in: query, schema: {type: string}}]",
            "parameters: []",
            &[
                "parameter-removed (risky, none, breaking) optional query parameter `a` was removed: \
               string",
            ],
        ),
        Case::operation(
            "parameters: [{name: a, in: query, schema: {type: string}}]",
            "parameters: [{name: a, in: header, schema: {type: string}}]",
            &[
                "parameter-added (compatible, none, none) optional header parameter `a` was \
                 added: string",
                "parameter-removed (risky, none, none) optional query parameter `a` was removed: \
                 string",
            ],
        ),
        // An object in the query becomes a setter for each property.
        Case::operation(
            "parameters: [{name: a, in: query, schema: {type: object, properties: {b: {type: string}}}}]",
            "parameters: [{name: b, in: query, schema: {type: string}}]",
            &[
                "parameter-added (none, none, none) optional query parameter `b` was added: string",
                "parameter-removed (none, none, none) optional query parameter `a` was removed: \
                 object",
            ],
        ),
    ],
};

fn check<'d>(pair: &OperationPair<'d>, changes: &mut Changes<'d>) {
    if pair.parameters.removed.is_empty() {
        return;
    }
    let kept = loose::Kept::of(pair);
    let named = rust_arguments::Arguments::of(pair.head, pair.base);
    for &removed in &pair.parameters.removed {
        let typed = pair.context.is_request() && arguments::is_caller_set(pair.base, removed);
        let context = Context { typed, ..pair.context };
        let level = kept.removed(removed).unwrap_or(Level::Risky);
        changes.add(
            parameters::subject(removed),
            (Some(parameters::type_of(removed)), None),
            (Location::at(removed), member(pair.head.node, "parameters")),
            context.impact(level, Level::breaking_if(!named.has_all(removed))),
        );
    }
}
