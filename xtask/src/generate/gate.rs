//! What stops `generate` before it begins: what lint finds that no client can be made from.

use spec::{Document, Source};

use crate::failure::Failure;
use crate::finding::{Group, Severity};
use crate::{lint, print};

/// Rules of the group `valid` that find a part of the document without its form or its meaning.
/// From a document with other faults a client can be made; they are for `lint` to tell.
const FORM: [&str; 12] = [
    "document-second",
    "field-missing",
    "field-type-mismatch",
    "field-value-invalid",
    "key-not-string",
    "key-repeated",
    "number-not-finite",
    "openapi-version-invalid",
    "openapi-version-unsupported",
    "path-slash-missing",
    "path-template-invalid",
    "ref-unresolved",
];

/// Lets through what a client can be made from, and counts its other faults.
pub fn pass(source: &Source, document: &Document) -> Result<usize, Failure> {
    let faults = lint::findings(document, |rule| {
        rule.severity == Severity::Error && matches!(rule.group, Group::Valid | Group::Generate)
    });
    let (stops, others): (Vec<_>, Vec<_>) = faults
        .into_iter()
        .partition(|fault| fault.group == Group::Generate || FORM.contains(&fault.rule));
    if stops.is_empty() {
        return Ok(others.len());
    }
    Err(Failure::Unusable(print::pretty(source, &stops)))
}
