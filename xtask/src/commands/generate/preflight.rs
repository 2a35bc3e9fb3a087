//! What stops `generate` before it begins: what lint finds that no client can be made from.

use lint::Rule;
use report::{Diagnostic, Group, Severity};
use spec::{Document, Source};

use crate::failure::Failure;

/// Lets through what a client can be made from, and counts its other errors.
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
