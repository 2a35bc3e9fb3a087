//! An example that looks like a real secret.

use crate::prelude::*;

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "secret-in-example",
        group: Group::Safe,
        severity: Severity::Error,
        summary: "A string has the shape of a credential: a private key, a token of a known \
                  service, or a signed token with contents.",
        rationale: "Examples are published; whoever copied a real one must revoke it.",
        help: "write an example that nobody could take for real, and revoke the secret if it was",
    },
    stops_generation: false,
    failing: &[r#"
components:
  examples:
    A: {value: {key: AKIAQX7MZT4WJ2RDKP5V}} # <-
    B: {value: "-----BEGIN PRIVATE KEY-----\\nq9Zr3LtVx0bNfWc7YhKe5uJmGd2sApTi8oRwQyBzXvUk4nMh"} # <-
"#],
    passing: &["
components:
  examples:
    A: {value: {key: AKIAIOSFODNN7EXAMPLE}}
    B: {value: cb5d1b57368b4f129b635332a03bf0e3}
  schemas:
    C: {type: string, pattern: '^-----BEGIN .*PRIVATE KEY-----$.*-----END .*PRIVATE KEY-----$'}
"],
    check: Check::Document(check),
};

fn check(index: &ObjectIndex, diagnostics: &mut Diagnostics) {
    for document in index.documents() {
        visit(document.root(), diagnostics);
    }
}

fn visit(node: Node, diagnostics: &mut Diagnostics) {
    if let Some(what) = node.as_str().and_then(secrets::looks_like) {
        diagnostics.at(node, format!("this looks like {what}"));
    }
    node.entries().for_each(|entry| visit(entry.value, diagnostics));
    node.items().for_each(|item| visit(item, diagnostics));
}
