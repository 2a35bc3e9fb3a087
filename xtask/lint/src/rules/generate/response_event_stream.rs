//! A response that is an event stream.

use crate::prelude::*;

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "response-event-stream",
        group: Group::Generate,
        severity: Severity::Error,
        summary: "A successful response has the media type `text/event-stream` and no JSON \
                  content.",
        rationale: "The client reads the whole body before it returns, and an event stream may \
                    never end.",
        help: "remove the operation, add a JSON response, or suppress this rule here; the client \
               then returns the text of a stream that ends",
    },
    stops_generation: true,
    failing: &["
paths:
  /a:
    get:
      responses:
        '200':
          description: An a.
          content:
            text/event-stream: {schema: {type: string}} # <-
"],
    passing: &["
paths:
  /a:
    get:
      responses:
        '200':
          description: An a.
          content:
            text/event-stream: {schema: {type: string}}
            application/json: {schema: {type: object}}
        '400': {description: No a., content: {text/event-stream: {schema: {type: string}}}}
"],
    check: Check::Document(check),
};

fn check(index: &ObjectIndex, diagnostics: &mut Diagnostics) {
    for PathOperation { operation, .. } in paths::operations(index) {
        for (_, _, response) in paths::successes(index, operation) {
            if spec::json_content(response).is_some() {
                continue;
            }
            let content = response.get("content").into_iter().flat_map(Node::entries);
            for media in content.filter(|media| spec::essence(media.key) == "text/event-stream") {
                diagnostics.at_key(media.value, "the response is an event stream");
            }
        }
    }
}
