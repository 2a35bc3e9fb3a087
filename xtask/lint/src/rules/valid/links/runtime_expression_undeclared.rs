//! A runtime expression that reads an undeclared parameter.

use crate::prelude::*;

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "runtime-expression-undeclared",
        group: Group::Valid,
        severity: Severity::Error,
        summary: "A runtime expression of a link or callback reads a request parameter that the \
                  operation does not declare.",
        rationale: "The specification allows only declared parameters, so clients have no value \
                    for the expression.",
        help: "declare the parameter in the operation, or write the name of a declared parameter",
    },
    stops_generation: false,
    failing: &["
paths:
  /a:
    get:
      operationId: ShowA
      parameters: [{name: id, in: query, schema: {type: string}}]
      responses:
        default:
          description: An a.
          links:
            self:
              operationId: ShowA
              parameters:
                id: $request.path.id # <-
"],
    passing: &["
paths:
  /a:
    get:
      operationId: ShowA
      parameters: [{name: id, in: query, schema: {type: string}}]
      responses:
        default:
          description: An a.
          links:
            self: {operationId: ShowA, parameters: {id: $request.query.id, as: $request.header.accept}}
"],
    check: Check::Document(check),
};

fn check(index: &ObjectIndex, diagnostics: &mut Diagnostics) {
    for PathOperation { operation, item, .. } in paths::operations(index) {
        let Some(parameters) = paths::parameters(index, item, operation) else { continue };
        let undeclared = |text: &str| {
            let (location, name) = match expression::request_part(text) {
                expression::RequestPart::Header(name) => ("header", name),
                expression::RequestPart::Query(name) => ("query", name),
                expression::RequestPart::Path(name) => ("path", name),
                expression::RequestPart::Other => return None,
            };
            let declared = parameters.iter().any(|parameter| {
                let header = location == "header" && parameter.name.eq_ignore_ascii_case(name);
                parameter.location == location && (parameter.name == name || header)
            });
            let known = declared || spec::is_ignored_header(name);
            (!known).then(|| format!("the operation declares no {location} parameter `{name}`"))
        };
        let callbacks = operation.get("callbacks").into_iter().flat_map(Node::entries);
        for entry in
            callbacks.filter_map(|entry| index.resolve(entry.value)).flat_map(Node::entries)
        {
            let whole = Some(entry.key).filter(|key| key.starts_with('$'));
            let mut all = expression::embedded(entry.key).chain(whole);
            if let Some(message) = all.find_map(undeclared) {
                diagnostics.at_key(entry.value, message);
            }
        }
        // A shared response or link may belong to other operations as well.
        let responses = operation.get("responses").into_iter().flat_map(Node::entries);
        let links = responses.filter_map(|entry| entry.value.get("links")).flat_map(Node::entries);
        for link in links.map(|entry| entry.value) {
            let parameters = link.get("parameters").into_iter().flat_map(Node::entries);
            for value in parameters.map(|entry| entry.value).chain(link.get("requestBody")) {
                if let Some(message) = value.as_str().and_then(undeclared) {
                    diagnostics.at(value, message);
                }
            }
        }
    }
}
