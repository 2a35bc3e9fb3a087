//! A tag that is declared twice.

use crate::prelude::*;

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "tag-duplicate",
        group: Group::Valid,
        severity: Severity::Error,
        summary: "Two tags in `tags` have the same name.",
        rationale: "The names must be unique; documentation tools show only one of the two \
                    descriptions.",
        help: "remove one of the two tags",
    },
    stops_generation: false,
    failing: &["
tags:
  - name: a
  - name: a # <-
"],
    passing: &["
tags: [{name: a}, {name: A}]
"],
    check: Check::Document(check),
};

fn check(index: &ObjectIndex, diagnostics: &mut Diagnostics) {
    let mut known = HashSet::new();
    for name in index.all(Kind::Tag).filter_map(|tag| tag.get("name")) {
        if let Some(text) = name.as_str().filter(|text| !known.insert(*text)) {
            diagnostics.at(name, format!("tag `{text}` is already declared"));
        }
    }
}
