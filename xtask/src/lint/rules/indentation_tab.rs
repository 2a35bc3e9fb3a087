//! A tab that indents.

use super::*;

pub static RULE: Rule = Rule {
    id: "indentation-tab",
    group: Group::Valid,
    severity: Severity::Error,
    what: "A tab stands where YAML indents by spaces.",
    why: "YAML forbids it, for nobody can tell how wide it is; no other rule looks.",
    instead: "indent by spaces",
    failing: &["
info:
	title: A # <-
"],
    passing: &[r#"
info: {title: "a	b", version: '1'}
"#],
    check: Check::Reader(ProblemKind::Tab),
};
