//! A secret that is not marked as one.

use crate::prelude::*;

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "secret-unmarked",
        group: Group::Safe,
        severity: Severity::Error,
        summary: "A string is called like a secret, but has no `format: password`.",
        rationale: "The client prints it in logs and errors, where others read it.",
        help: "add `format: password`",
    },
    stops_generation: false,
    failing: &["
components:
  schemas:
    A:
      properties:
        app_secret: {type: string} # <-
        tokens: {type: array, items: {type: string}} # <-
"],
    passing: &["
components:
  schemas:
    A:
      properties:
        app_secret: {type: string, format: password}
        secret_id: {type: string}
        next_page_token: {type: string}
        public_key_token: {type: string}
        tokens: {$ref: '#/components/schemas/Tokens'}
        token_count: {type: integer}
    Tokens: {type: array, items: {type: string, format: password}}
"],
    check: Check::Each(&[Kind::Schema], check),
};

fn check(schema: Node, index: &ObjectIndex, diagnostics: &mut Diagnostics) {
    for entry in schema.get("properties").into_iter().flat_map(Node::entries) {
        if secrets::is_bare(index, entry.value) && secrets::is_named_like_one(entry.key) {
            diagnostics.at_key(entry.value, format!("`{}` is not marked as a secret", entry.key));
        }
    }
}
