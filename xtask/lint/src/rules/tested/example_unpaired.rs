//! A request example without a response example.

use crate::prelude::*;

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "example-unpaired",
        group: Group::Tested,
        severity: Severity::Error,
        summary: "The name of a request body example is not the name of a response example of the \
                  operation.",
        rationale: "Generated tests pair requests and responses by name; a request without a \
                    response is never sent. A response without content has the name `empty`, and a \
                    success without content responds to every request.",
        help: "give the two examples the same name",
    },
    stops_generation: false,
    failing: &["
paths:
  /a:
    post:
      requestBody:
        content:
          application/json:
            examples:
              wrong: {value: {}} # <-
              right: {value: {}}
      responses:
        '200':
          description: An a.
          content: {application/json: {examples: {right: {value: {}}}}}
  /b:
    post:
      requestBody:
        content: {application/json: {examples: {lent: {value: {}}}}} # <-
      responses:
        '200': {description: A text., content: {text/plain: {}}}
        '400': {description: No b.}
"],
    passing: &["
paths:
  /a:
    post:
      requestBody:
        content: {application/json: {examples: {right: {value: {}}}}}
      responses:
        '200':
          description: An a.
          content: {application/json: {examples: {right: {value: {}}}}}
  /b:
    post:
      requestBody:
        content: {application/json: {examples: {empty: {value: {}}}}}
      responses:
        '200': {description: A text., content: {text/plain: {}}}
        '400': {description: No b.}
  /c:
    post:
      requestBody:
        content: {application/json: {examples: {one: {value: {}}, two: {value: {}}}}}
      responses: {'204': {description: No c.}}
  /d:
    post:
      requestBody:
        required: true
        content: {application/json: {examples: {example: {value: {}}, a-lent: {value: {}}}}}
      responses:
        '200': {description: A d., content: {application/json: {example: {}}}}
        '400': {description: No d.}
"],
    check: Check::Document(check),
};

fn check(index: &ObjectIndex, diagnostics: &mut Diagnostics) {
    for PathOperation { operation, .. } in paths::operations(index) {
        let body = operation.get("requestBody").and_then(|body| index.resolve(body));
        let Some(body) = body else { continue };
        let requests = spec::json_content(body).and_then(|json| json.get("examples"));
        let responses: Vec<_> = paths::responses(index, operation).collect();
        // A success without content is the response to every request.
        let responds_to_all = responses
            .iter()
            .any(|(status, _, response)| spec::is_success(status) && is_empty(*response));
        let Some(requests) = requests.filter(|_| !responds_to_all) else { continue };
        let names: BTreeSet<&str> =
            responses.iter().flat_map(|(_, _, response)| names(*response)).collect();
        let mut free: Vec<&str> =
            names.iter().copied().filter(|name| requests.get(name).is_none()).collect();
        // A required body lends its first example to a response that has none of its name.
        let lends = spec::is_required(body) && !free.is_empty();
        let lent = requests.entries().map(|entry| entry.key).min().filter(|_| lends);
        let is_unpaired = |entry: &Entry| !names.contains(entry.key) && lent != Some(entry.key);
        free.truncate(MOST_NAMES);
        let help = match free.as_slice() {
            [] => ADD.to_owned(),
            // The first example would be without a response.
            [_] if lends => ADD.to_owned(),
            [only] => format!("rename the request example to `{only}`"),
            several => format!("rename the request example to one of: {}", several.join(", ")),
        };
        for entry in requests.entries().filter(is_unpaired) {
            let message = format!("no response has an example named `{}`", entry.key);
            diagnostics.with_help(help.clone()).at_key(entry.value, message);
        }
    }
}

const ADD: &str = "add a response example of this name, or remove the request example";

/// How many names the help lists.
const MOST_NAMES: usize = 5;

fn is_empty(response: Node) -> bool {
    response.get("content").is_none_or(Node::is_empty)
}

/// The names by which tests call a response: `empty` if it has no content, `example` for a lone
/// example.
fn names(response: Node<'_>) -> Vec<&str> {
    let Some(json) = spec::json_content(response) else {
        return if is_empty(response) { vec!["empty"] } else { Vec::new() };
    };
    let examples = json.get("examples").into_iter().flat_map(Node::entries);
    let lone = json.get("example").map(|_| "example");
    examples.map(|entry| entry.key).chain(lone).collect()
}
