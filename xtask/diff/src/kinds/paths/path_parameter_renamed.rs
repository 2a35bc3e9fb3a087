//! A parameter of a path that has another name.

use super::super::prelude::*;

pub static KIND: ChangeKind = ChangeKind {
    info: KindInfo {
        id: "path-parameter-renamed",
        summary: "The parameter at a position of a path was renamed.",
        rationale: "Source: the name is the name of an argument, which callers do not write; but \
                    the client sets `project_id` itself, so it is not an argument. The name is \
                    not sent.",
        inverse: "path-parameter-renamed",
    },
    check: Check::Operation(check),
    cases: &[
        Case::document(
            "paths: {'/a/{b}': {get: {operationId: A, parameters: [{name: b, in: path, schema: {type: string}}]}}}",
            "paths: {'/a/{c}': {get: {operationId: A, parameters: [{name: c, in: path, schema: {type: string}}]}}}",
            &["path-parameter-renamed (compatible, none, compatible) path parameter was b, is c"],
        ),
        Case::document(
            "paths: {'/{project_id}': {get: {operationId: A, parameters: [{name: project_id, in: path, schema: {type: string}}]}}}",
            "paths: {'/{p}': {get: {operationId: A, parameters: [{name: p, in: path, schema: {type: string}}]}}}",
            &[
                "path-parameter-renamed (compatible, none, breaking) path parameter was project_id, is p",
            ],
        ),
    ],
};

fn check<'d>(pair: &OperationPair<'d>, changes: &mut Changes<'d>) {
    for &(base, head) in &pair.parameters.matched {
        let (was, is) = (text(base, "name"), text(head, "name"));
        if text(head, "in") == "path" && was != is {
            let argument = arguments::is_caller_set(pair.base, base)
                == arguments::is_caller_set(pair.head, head);
            let source = if argument { Level::Compatible } else { Level::Breaking };
            changes.add(
                "path parameter",
                (Some(was.to_owned()), Some(is.to_owned())),
                (Location::at(base), Location::at(head)),
                pair.context.with_rust_type().impact(Level::Compatible, source),
            );
        }
    }
}
