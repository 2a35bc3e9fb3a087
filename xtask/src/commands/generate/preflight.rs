//! Runs the rules of lint that stop generation.

use lint::Rule;
use report::{Finding, Group, Severity};
use spec::{Document, Source};

use crate::failure::Failure;

/// Returns how many other errors the document has.
///
/// # Errors
/// Lint reports input from which no client can be generated.
pub fn check(source: &Source, document: &Document) -> Result<usize, Failure> {
    let matters = |rule: &Rule| {
        rule.info.severity == Severity::Error
            && matches!(rule.info.group, Group::Valid | Group::Generate)
    };
    let found = lint::findings(document, matters);
    let (stops, others): (Vec<Finding>, Vec<_>) =
        found.into_iter().partition(|finding| lint::stops_generation(finding.rule));
    if stops.is_empty() {
        return Ok(others.len());
    }
    Err(Failure::Unusable(report::pretty(source, &stops)))
}
