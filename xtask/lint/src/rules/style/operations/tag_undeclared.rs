//! A tag that is not declared.

use crate::prelude::*;

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "tag-undeclared",
        group: Group::Style,
        severity: Severity::Warning,
        summary: "A tag of an operation is not in the `tags` of the document.",
        rationale: "Documentation pages show the tag without a description, and a misspelt tag as \
                    a separate group.",
        help: "declare the tag in the `tags` of the document, or correct its name",
    },
    stops_generation: false,
    failing: &["
tags: [{name: a}]
paths:
  /a:
    get: {tags: [A], responses: {default: {description: An a.}}} # <-
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
    let names = index.all(Kind::Tag).filter_map(|tag| tag.get("name")?.as_str());
    let names: HashSet<&str> = names.collect();
    for PathOperation { operation, .. } in paths::operations(index) {
        for item in operation.get("tags").into_iter().flat_map(Node::items) {
            if let Some(name) = item.as_str().filter(|name| !names.contains(name)) {
                let near = index.spelling.suggestion(name, names.iter().copied());
                diagnostics.at(item, format!("tag `{name}` is not declared{near}"));
            }
        }
    }
}
