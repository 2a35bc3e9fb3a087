//! An operation without a tag.

use crate::prelude::*;

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "tag-missing",
        group: Group::Style,
        severity: Severity::Warning,
        summary: "An operation has no `tags`, or the list is empty.",
        rationale: "Documentation tools group operations by tag, so readers do not find the \
                    operation in a group.",
        help: "add `tags` with a declared tag",
    },
    stops_generation: false,
    failing: &["
paths:
  /a:
    get: {responses: {default: {description: An a.}}} # <-
"],
    passing: &["
tags: [{name: a}]
paths:
  /a:
    get: {tags: [a], responses: {default: {description: An a.}}}
"],
    check: Check::Document(check),
};

fn check(index: &ObjectIndex, diagnostics: &mut Diagnostics) {
    for PathOperation { path, method, operation, .. } in paths::operations(index) {
        if operation.get("tags").is_none_or(Node::is_empty) {
            let method = method.to_uppercase();
            diagnostics.at_key(operation, format!("{method} {path} has no tag"));
        }
    }
}
