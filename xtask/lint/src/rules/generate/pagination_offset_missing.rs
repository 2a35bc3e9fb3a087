//! An operation in pages that cannot be asked for the next one.

use crate::prelude::*;

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "pagination-offset-missing",
        group: Group::Generate,
        severity: Severity::Error,
        summary: "An operation with `x-pagination` has no optional parameter `offset` of type \
                  string in its query.",
        rationale: "The client asks for the next page by setting it.",
        help: "declare the parameter, or leave `x-pagination` out",
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
            diagnostics.at_key(pagination, "there is no parameter `offset` to ask for a page with");
        }
    }
}
