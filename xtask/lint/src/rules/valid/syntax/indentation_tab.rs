//! A tab that indents.

use crate::prelude::*;

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "indentation-tab",
        group: Group::Valid,
        severity: Severity::Error,
        summary: "A tab stands where YAML indents by spaces.",
        rationale: "YAML forbids it, for nobody can tell how wide it is; no other rule looks.",
        help: "indent by spaces",
    },
    stops_generation: false,
    failing: &["
info:
	title: A # <-
"],
    passing: &[r#"
info: {title: "a	b", version: '1'}
"#],
    check: Check::Parser(ParseDiagnosticKind::Tab),
};
