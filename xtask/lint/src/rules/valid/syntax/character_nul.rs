//! A character that no text has.

use crate::prelude::*;

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "character-nul",
        group: Group::Valid,
        severity: Severity::Error,
        summary: "The text has the character U+0000.",
        rationale: "Neither YAML nor JSON allows it; a file full of them is saved in another \
                    encoding. No other rule looks.",
        help: "remove it",
    },
    stops_generation: false,
    failing: &[],
    passing: &[r#"
info: {title: "A\0", version: '1'}
"#],
    check: Check::Parser(ParseDiagnosticKind::Nul),
};
