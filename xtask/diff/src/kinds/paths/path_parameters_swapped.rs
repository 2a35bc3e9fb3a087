//! Parameters of a path that changed places.

use super::super::prelude::*;

pub static KIND: ChangeKind = ChangeKind {
    info: KindInfo {
        id: "path-parameters-swapped",
        summary: "A path has the same parameters in another order, between the same fixed parts.",
        rationale: "Request: an old client sends each value where the server expects another one. \
                    Source: the arguments are in the order of the path. If their types are the \
                    same, code with swapped arguments compiles.",
        inverse: "path-parameters-swapped",
    },
    check: Check::Operation(check),
    cases: &[Case::document(
        "paths: {'/{a}/to/{b}': {get: {operationId: A}}}",
        "paths: {'/{b}/to/{a}': {get: {operationId: A}}}",
        &[
            "path-parameters-swapped (breaking, none, breaking) order of path parameters was a, b, is \
           b, a",
        ],
    )],
};

fn check<'d>(pair: &OperationPair<'d>, changes: &mut Changes<'d>) {
    if paths::swaps(pair) {
        let order = |path: &str| Some(spec::template_names(path).collect::<Vec<_>>().join(", "));
        changes.add(
            "order of path parameters",
            (order(pair.base.path), order(pair.head.path)),
            (Location::at(pair.base.node), Location::at(pair.head.node)),
            pair.context.with_rust_type().impact(Level::Breaking, Level::Breaking),
        );
    }
}
