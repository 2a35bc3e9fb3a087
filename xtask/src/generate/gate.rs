//! What stops `generate` before it begins: what lint finds that no client can be made from.

use spec::{Document, Source};

use crate::failure::Failure;
use crate::finding::{Group, Severity};
use crate::{lint, print};

/// Lets through what a client can be made from, and counts its other faults.
pub fn pass(source: &Source, document: &Document) -> Result<usize, Failure> {
    let faults = lint::findings(document, |rule| {
        rule.info.severity == Severity::Error
            && matches!(rule.info.group, Group::Valid | Group::Generate)
    });
    let (stops, others): (Vec<_>, Vec<_>) =
        faults.into_iter().partition(|fault| lint::stops_generation(fault.rule));
    if stops.is_empty() {
        return Ok(others.len());
    }
    Err(Failure::Unusable(print::pretty(source, &stops)))
}
