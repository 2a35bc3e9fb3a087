//! A callback whose key cannot be evaluated.

use crate::prelude::*;

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "callback-expression-invalid",
        group: Group::Valid,
        severity: Severity::Error,
        summary: "The key of a callback contains a runtime expression that is not valid.",
        rationale: "The key is the URL of the callback request, and the server cannot evaluate it.",
        help: "write the expression as `{$request.body#/url}`, `{$request.query.url}` or \
               `{$response.header.Location}`",
    },
    stops_generation: false,
    failing: &["
paths:
  /a:
    get:
      responses: {default: {description: An a.}}
      callbacks:
        done:
          '{$request.body.url}': {} # <-
          $request.querry.url: {} # <-
          '{$request.header.}': {} # <-
components:
  callbacks:
    A:
      'https://example.com?id={$response.id}': {} # <-
"],
    passing: &["
components:
  callbacks:
    A:
      'https://example.com?url={$request.body#/url}&at={$method}': {}
      $request.body#/url: {}
      https://example.com/$request: {}
      '{url}/{id}': {}
      x-$request: {}
"],
    check: Check::Each(&[Kind::Callback], check),
};

fn check(callback: Node, _: &ObjectIndex, diagnostics: &mut Diagnostics) {
    for entry in callback.entries().filter(|entry| !entry.key.starts_with("x-")) {
        if let Some(message) = expression::first_error(entry.key) {
            diagnostics.at_key(entry.value, message);
        }
    }
}
