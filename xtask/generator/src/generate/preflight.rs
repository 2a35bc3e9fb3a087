//! Runs the rules of lint that stop generation.

use lint::Rule;
use report::{Diagnostic, Group, Severity};
use spec::{Document, Source};

use xtask::failure::Failure;

/// Returns how many other errors the document has.
///
/// # Errors
/// Lint reports input from which no client can be generated.
pub fn check(source: &Source, document: &Document) -> Result<usize, Failure> {
    let matters = |rule: &Rule| {
        rule.info.severity == Severity::Error
            && matches!(rule.info.group, Group::Valid | Group::Generate)
    };
    let found = lint::diagnostics(document, matters);
    let (stops, others): (Vec<Diagnostic>, Vec<_>) =
        found.into_iter().partition(|diagnostic| lint::stops_generation(diagnostic.rule));
    if stops.is_empty() {
        return Ok(others.len());
    }
    Err(Failure::Unusable(report::pretty(source, &stops)))
}
