//! A description with a script.

use pulldown_cmark::{Event, Options, Parser, Tag};

use crate::prelude::*;

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "markdown-script",
        group: Group::Safe,
        severity: Severity::Error,
        summary: "A text contains `<script`, `<iframe`, `javascript:` or an event handler of HTML \
                  outside of code.",
        rationale: "Documentation pages that render the text run the script in the browsers of \
                    their readers.",
        help: "remove the script, or put it in backticks to show it as code",
    },
    stops_generation: false,
    failing: &["
info:
  title: A
  version: '1'
  description: A <script>alert(1)</script> # <-
tags:
  - {name: a, description: '[A](JavaScript:alert%281%29) `<script>`'} # <-
  - {name: b, description: \"[A][1].\\n\\n[1]: javascript:alert%281%29\"} # <-
  - name: c
    description: \"<div>\\n`<script>alert(1)</script>`\\n</div>\" # <-
paths:
  /a: {summary: '`<script>alert(1)</script>`'} # <-
"],
    passing: &["
info:
  title: A
  version: '1'
  description: Do not use `eval()` in a script.
tags:
  - {name: a, description: 'Add `<script src=a.js>` to the page, and <b>no</b> `onload=`.'}
  - {name: b, description: '<b>Not</b> [javascript:alert()](https://example.com)'}
  - name: c
    description: |
      Load this file:

      ~~~~html
      <script src=\"https://example.com/a.js\"></script>
      ```
      <iframe src=\"javascript:alert()\" onerror=\"alert()\">
      ~~~~

      Or this one:

          <script src=\"https://example.com/b.js\"></script>
"],
    check: Check::Each(&Kind::ALL, check),
};

fn check(node: Node, index: &ObjectIndex, diagnostics: &mut Diagnostics) {
    for field in ["description", "summary", "title"] {
        let Some(value) = index.field(node, field) else { continue };
        let text = value.as_str().unwrap_or_default();
        let found = match field {
            "description" => danger(&active(text)),
            // No Markdown: backticks do not make it code.
            _ => danger(text).filter(|_| text.contains('<')),
        };
        if let Some(part) = found {
            diagnostics.at(value, format!("`{field}` contains `{part}`"));
        }
    }
}

fn danger(text: &str) -> Option<&'static str> {
    let text = text.to_ascii_lowercase();
    let mut parts = ["<script", "<iframe", "javascript:", "onerror=", "onload="].into_iter();
    parts.find(|part| text.contains(part))
}

/// The HTML in a text of CommonMark, and the targets of its links.
fn active(text: &str) -> String {
    if !text.contains(['<', '[']) {
        return String::new();
    }
    let mut active = String::new();
    for event in Parser::new_ext(text, Options::empty()) {
        match event {
            Event::Html(html) | Event::InlineHtml(html) => active += &html,
            Event::Start(Tag::Link { dest_url, .. }) => active += &dest_url,
            _ => {}
        }
    }
    active
}
