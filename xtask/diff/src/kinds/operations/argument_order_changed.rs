//! The order of the arguments of a call.

use super::super::prelude::*;

pub static KIND: ChangeKind = ChangeKind {
    info: KindInfo {
        id: "argument-order-changed",
        summary: "The order of the required parameters of an operation changed.",
        rationale: "Source: required parameters are arguments in the order of the document, those \
                    of the path first. If their types are the same, code with swapped arguments \
                    compiles, but sends the wrong values.",
        inverse: "argument-order-changed",
    },
    check: Check::Operation(check),
    cases: &[
        // Those of the path are in the order of the path.
        Case::document(
            "
paths:
  /{a}/{b}:
    parameters:
      - {name: a, in: path, required: true, schema: {type: string}}
      - {name: b, in: path, required: true, schema: {type: string}}
    get: {operationId: GetA}
",
            "
paths:
  /{a}/{b}:
    parameters:
      - {name: b, in: path, required: true, schema: {type: string}}
      - {name: a, in: path, required: true, schema: {type: string}}
    get: {operationId: GetA}
",
            &[],
        ),
        Case::operation(
            "
parameters:
  - {name: a, in: query, required: true, schema: {type: string}}
  - {name: b, in: query, required: true, schema: {type: string}}
",
            "
parameters:
  - {name: b, in: query, required: true, schema: {type: string}}
  - {name: a, in: query, required: true, schema: {type: string}}
",
            &[
                "argument-order-changed (none, none, breaking) order of required parameters was a, b, is \
           b, a",
            ],
        ),
    ],
};

fn check<'d>(pair: &OperationPair<'d>, changes: &mut Changes<'d>) {
    let both: HashMap<Node, Node> = pair.parameters.matched.iter().copied().collect();
    let was = arguments::arguments(pair.base);
    let was: Vec<_> = was.into_iter().filter_map(|node| both.get(&node).copied()).collect();
    let is = arguments::arguments(pair.head);
    let of_both = |list: &[Node], other: &[Node]| -> Vec<String> {
        let other: HashSet<&Node> = other.iter().collect();
        let known = list.iter().filter(|node| other.contains(node));
        known.map(|node| text(*node, "name").to_owned()).collect()
    };
    let (was, is) = (of_both(&was, &is), of_both(&is, &was));
    if was != is && !paths::swaps(pair) {
        changes.add(
            "order of required parameters",
            (Some(was.join(", ")), Some(is.join(", "))),
            (member(pair.base.node, "parameters"), member(pair.head.node, "parameters")),
            Impact::source(Level::Breaking),
        );
    }
}
