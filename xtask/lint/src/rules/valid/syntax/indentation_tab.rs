//! A tab in the indentation.

use crate::prelude::*;

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "indentation-tab",
        group: Group::Valid,
        severity: Severity::Error,
        summary: "A line is indented with a tab.",
        rationale: "YAML does not allow tabs in the indentation, so parsers reject the document; \
                    the other rules do not run.",
        help: "indent with spaces",
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
