//! A status without quotes.

use crate::prelude::*;

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "status-code-unquoted",
        group: Group::Valid,
        severity: Severity::Warning,
        summary: "A status code in YAML is not in quotes.",
        rationale: "Some YAML parsers read the key as a number, and tools that require strings \
                    reject the document.",
        help: "put the status code in quotes",
    },
    stops_generation: false,
    failing: &["
paths:
  /a:
    get:
      responses:
        200: {description: An a.} # <-
"],
    passing: &[r#"
paths:
  /a:
    get:
      responses:
        "200": {description: An a.}
        '404': {description: No a.}
        default: {description: No a.}
"#],
    check: Check::Each(&[Kind::Responses], check),
};

fn check(responses: Node, _: &ObjectIndex, diagnostics: &mut Diagnostics) {
    let text = responses.document().source().text();
    for entry in responses.entries() {
        let written = text.get(entry.key_span.start as usize..).unwrap_or_default();
        if written.starts_with(|first: char| first.is_ascii_digit()) && is_number(entry.key) {
            let message = format!("status code {} is not in quotes", entry.key);
            diagnostics.with_fix(text_edits::quote_key(entry)).at_key(entry.value, message);
        }
    }
}

fn is_number(key: &str) -> bool {
    key.bytes().all(|b| b.is_ascii_digit())
}
