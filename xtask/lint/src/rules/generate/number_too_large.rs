//! A number that a generated client cannot hold.

use crate::prelude::*;

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "number-too-large",
        group: Group::Generate,
        severity: Severity::Error,
        summary: "A number is larger than any 64-bit floating-point number.",
        rationale: "JSON allows it, but generated code cannot hold it, and most programs read \
                    infinity or stop.",
        help: "write a smaller number, or put it in quotes if it is text",
    },
    stops_generation: true,
    failing: &["
components:
  schemas:
    A: {type: number, maximum: 1e400} # <-
"],
    passing: &["
components:
  schemas:
    A: {type: number, maximum: 1e300, multipleOf: 1e-400}
"],
    check: Check::Parser(ParseDiagnosticKind::NumberTooLarge),
};
