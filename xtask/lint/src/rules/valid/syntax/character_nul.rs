//! The character U+0000.

use crate::prelude::*;

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "character-nul",
        group: Group::Valid,
        severity: Severity::Error,
        summary: "The text contains the character U+0000.",
        rationale: "YAML and JSON do not allow the character, so parsers reject the document; the \
                    other rules do not run.",
        help: "remove the character; if the file is full of them, save it as UTF-8",
    },
    stops_generation: false,
    failing: &[],
    passing: &[r#"
info: {title: "A\0", version: '1'}
"#],
    check: Check::Parser(ParseDiagnosticKind::Nul),
};
