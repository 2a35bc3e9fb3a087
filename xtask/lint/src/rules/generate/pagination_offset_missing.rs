//! A paginated operation without a parameter for the next page.

use crate::prelude::*;

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "pagination-offset-missing",
        group: Group::Generate,
        severity: Severity::Error,
        summary: "An operation with `x-pagination` has no optional query parameter `offset` of \
                  type `string`.",
        rationale: "The generated code requests the next page with this parameter.",
        help: "declare an optional query parameter `offset` of type `string`, or remove \
               `x-pagination`",
    },
    stops_generation: true,
    failing: &["
paths:
  /a:
    get:
      x-pagination: {items: /a, total: /n, identity: /id} # <-
      parameters: [{name: offset, in: query, required: true, schema: {type: string}}]
      responses: {default: {description: Some a.}}
"],
    passing: &["
paths:
  /a:
    parameters: [{name: offset, in: query, schema: {type: string}}]
    get:
      x-pagination: {items: /a, total: /n, identity: /id}
      responses: {default: {description: Some a.}}
  /of/another/tool:
    get:
      x-pagination: {limitParam: limit, resultsPath: a}
      responses: {default: {description: Some a.}}
"],
    check: Check::Document(check),
};

fn check(index: &ObjectIndex, diagnostics: &mut Diagnostics) {
    for PathOperation { operation, item, .. } in paths::operations(index) {
        let Some(pagination) = paths::pagination(operation) else { continue };
        let listed = paths::listed(index, item, operation);
        let mut parameters = listed.filter_map(|node| index.resolve(node));
        let is_offset = |parameter: Node| {
            let says = |field: &str| parameter.get(field).and_then(Node::as_str);
            let kind =
                parameter.get("schema").and_then(|schema| index.resolve(schema)?.get("type"));
            says("name") == Some("offset")
                && says("in") == Some("query")
                && parameter.get("required").and_then(Node::as_bool) != Some(true)
                && kind.and_then(Node::as_str) == Some("string")
        };
        if !parameters.any(is_offset) {
            diagnostics.at_key(
                pagination,
                "the operation has no optional query parameter `offset` of type `string`",
            );
        }
    }
}
