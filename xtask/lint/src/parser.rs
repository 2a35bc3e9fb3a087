//! What the parser has found, as findings of rules.

use report::Finding;
use spec::{Problem, ProblemKind};

use crate::rule::{Check, Rule};
use crate::rules::RULES;

pub fn findings(problems: &[Problem], chosen: &dyn Fn(&Rule) -> bool) -> Vec<Finding> {
    let is_reported = |problem: &&Problem| {
        // No rule has seen what is in another document.
        problem.kind == ProblemKind::SecondDocument || rule_of(problem).is_none_or(chosen)
    };
    problems.iter().filter(is_reported).map(finding).collect()
}

fn rule_of(problem: &Problem) -> Option<&'static Rule> {
    let finds = |rule: &Rule| matches!(rule.check, Check::Reader(kind) if kind == problem.kind);
    RULES.iter().copied().find(|rule| finds(rule))
}

/// What the parser has found, as a finding of its rule.
pub fn finding(problem: &Problem) -> Finding {
    // A test ensures that each kind of problem has a rule.
    let rule = rule_of(problem).unwrap_or(RULES[0]);
    Finding {
        rule: &rule.info,
        message: problem.message.clone(),
        help: problem.hint.into(),
        span: problem.span,
        pointer: String::new(),
    }
}
