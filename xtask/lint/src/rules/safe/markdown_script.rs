//! A description with a script.

use crate::prelude::*;

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "markdown-script",
        group: Group::Safe,
        severity: Severity::Error,
        summary: "A text contains `<script`, `<iframe`, `javascript:` or an event handler of HTML.",
        rationale: "Documentation pages that render the text run the script in the browsers of \
                    their readers.",
        help: "remove the script",
    },
    stops_generation: false,
    failing: &["
info:
  title: A
  version: '1'
  description: A <script>alert(1)</script> # <-
"],
    passing: &["
info:
  title: A
  version: '1'
  description: Do not use `eval()` in a script.
"],
    check: Check::Each(&Kind::ALL, check),
};

fn check(node: Node, index: &ObjectIndex, diagnostics: &mut Diagnostics) {
    for field in ["description", "summary", "title"] {
        let Some(value) = index.field(node, field) else { continue };
        if let Some(part) = value.as_str().and_then(danger) {
            diagnostics.at(value, format!("`{field}` contains `{part}`"));
        }
    }
}

fn danger(text: &str) -> Option<&'static str> {
    if !text.contains('<') && !text.contains("](") {
        return None;
    }
    let text = text.to_ascii_lowercase();
    ["<script", "<iframe", "(javascript:", "=\"javascript:", "onerror=", "onload="]
        .into_iter()
        .find(|part| text.contains(part))
}
