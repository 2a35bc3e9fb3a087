//! Parameters with the same name in Rust.

use crate::prelude::*;
use mapping::{RESERVED_ARGUMENTS, snake};

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "parameter-name-taken",
        group: Group::Generate,
        severity: Severity::Error,
        summary: "A path or header parameter has the Rust name of another parameter, or a name \
                  that the generated code reserves.",
        rationale: "Generated code with two arguments of the same name does not compile.",
        help: "rename the parameter; a new name of a path parameter does not change the request",
    },
    stops_generation: true,
    failing: &[
        "
paths:
  /a/{app-id}:
    get:
      parameters:
        - {name: app-id, in: path, required: true, schema: {type: string}}
        - {name: App-Id, in: header, schema: {type: string}} # <-
      responses: {default: {description: An a.}}
",
        "
paths:
  /a/{body}:
    parameters:
      - {name: body, in: path, required: true, schema: {type: string}} # <-
    put:
      requestBody: {content: {application/json: {schema: {type: object}}}}
      responses: {default: {description: An a.}}
",
    ],
    passing: &["
paths:
  /a/{id}/{body}:
    parameters:
      - {name: id, in: path, required: true, schema: {type: string}}
      - {name: body, in: path, required: true, schema: {type: string}}
      - {name: X-Id, in: header, schema: {type: string}}
    get:
      parameters:
        - {name: id, in: path, required: true, schema: {type: integer}}
        - {name: ID, in: query, schema: {type: string}}
        - {name: header_map, in: query, schema: {type: string}}
      responses: {default: {description: An a.}}
"],
    check: Check::Document(check),
};

fn check(index: &ObjectIndex, diagnostics: &mut Diagnostics) {
    for PathOperation { operation, item, .. } in paths::operations(index) {
        let own = sent(index, operation);
        let layers = paths::layers(index, item);
        let mut all: Vec<_> = layers.flat_map(|layer| sent(index, layer)).collect();
        all.retain(|(_, it)| !own.iter().any(|(_, own)| own.is(it.location, it.name)));
        all.extend(own);
        let has_body = operation.get("requestBody").is_some();
        let taken = if has_body { &RESERVED_ARGUMENTS[..] } else { &RESERVED_ARGUMENTS[..2] };
        let mut names: HashSet<String> = taken.iter().map(|name| (*name).to_owned()).collect();
        for (written, parameter) in all {
            if !names.insert(snake(parameter.name)) {
                diagnostics.at(
                    written,
                    format!("the Rust name of parameter `{}` is already in use", parameter.name),
                );
            }
        }
    }
}

/// The parameters of a path or an operation that travel in the path or a header.
fn sent<'d>(index: &ObjectIndex<'d>, holder: Node<'d>) -> Vec<(Node<'d>, paths::Parameter<'d>)> {
    let written = holder.get("parameters").into_iter().flat_map(Node::items);
    let read = written.filter_map(|node| Some((node, paths::parameter(index, node)?)));
    let sent = read.filter(|(_, it)| match it.location {
        "path" => true,
        "header" => !spec::is_ignored_header(it.name),
        _ => false,
    });
    sent.collect()
}
