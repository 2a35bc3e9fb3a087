//! What the parser has found, as diagnostics of rules.

use report::Diagnostic;
use spec::{ParseDiagnostic, ParseDiagnosticKind};

use crate::rule::{Check, Rule};
use crate::rules::RULES;
use crate::words;

pub fn diagnostics(
    problems: &[ParseDiagnostic],
    selected: &dyn Fn(&Rule) -> bool,
) -> Vec<Diagnostic> {
    let is_reported = |problem: &&ParseDiagnostic| {
        // No rule has seen what is in another document.
        problem.kind == ParseDiagnosticKind::SecondDocument || rule_of(problem).is_none_or(selected)
    };
    problems.iter().filter(is_reported).map(diagnostic).collect()
}

fn rule_of(problem: &ParseDiagnostic) -> Option<&'static Rule> {
    let finds = |rule: &Rule| matches!(rule.check, Check::Parser(kind) if kind == problem.kind);
    RULES.iter().copied().find(|rule| finds(rule))
}

/// What the parser has found, as a diagnostic of its rule.
pub fn diagnostic(problem: &ParseDiagnostic) -> Diagnostic {
    // A test ensures that each kind of problem has a rule.
    let rule = rule_of(problem).unwrap_or(RULES[0]);
    Diagnostic {
        rule: &rule.info,
        message: words::visible(&problem.message),
        help: problem.help.clone(),
        span: problem.span,
        pointer: String::new(),
        fix: Vec::new(),
    }
}
