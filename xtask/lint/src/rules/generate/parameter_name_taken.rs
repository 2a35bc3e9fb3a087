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
        help: "rename the path parameter; its name does not change the request",
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
        "
paths:
  /a/{b}:
    parameters:
      - {name: b, in: path, required: true, schema: {type: string}}
    get:
      parameters:
        - {name: X-A, in: header, schema: {type: string}}
        - {name: x_a, in: header, schema: {type: string}} # <-
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
        let mut names: HashMap<String, Option<paths::Parameter>> =
            taken.iter().map(|name| ((*name).to_owned(), None)).collect();
        let mut listed = HashSet::new();
        for (written, parameter) in all {
            // The rule `parameter-duplicate` reports a parameter that is twice in a list.
            if !listed.insert((written.parent(), parameter.location, parameter.name)) {
                continue;
            }
            let name = snake(parameter.name);
            let Some(known) = names.get(&name) else {
                names.insert(name, Some(parameter));
                continue;
            };
            let subject = describe(&parameter);
            let message = match known {
                Some(known) => {
                    format!("{subject} has the Rust name `{name}` of {}", describe(known))
                }
                None => format!("{subject} has the Rust name `{name}`, which is reserved"),
            };
            diagnostics.with_help(help(&parameter, known.as_ref())).at(written, message);
        }
    }
}

fn describe(parameter: &paths::Parameter) -> String {
    format!("{} parameter `{}`", parameter.location, parameter.name)
}

/// The name of a header is sent, that of a path parameter is not.
fn help(parameter: &paths::Parameter, known: Option<&paths::Parameter>) -> String {
    let mut both = [Some(parameter), known].into_iter().flatten();
    match both.find(|it| it.location == "path") {
        Some(path) => format!(
            "rename {}, also in the path; its name does not change the request",
            describe(path)
        ),
        None => "remove the parameter, or rename it if the service accepts another header".into(),
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
