//! Reports what cannot be generated, although no rule of lint finds it.

use generate::Unsupported;
use report::{Diagnostic, Group, RuleInfo, Severity};
use spec::{Document, Source, Span};
use xtask::failure::Failure;

/// What nothing can be generated from, though no rule of lint finds it.
static UNSUPPORTED: RuleInfo = RuleInfo {
    id: "generate",
    group: Group::Generate,
    severity: Severity::Error,
    summary: "progenitor cannot generate a client from it.",
    rationale: "",
    help: "",
};

/// Nothing can be generated from the document.
pub fn failure(source: &Source, document: &Document, unsupported: Unsupported) -> Failure {
    let diagnostic = Diagnostic {
        rule: &UNSUPPORTED,
        message: unsupported.reason,
        help: unsupported.help.into(),
        span: nearest(document, &unsupported.pointer),
        pointer: unsupported.pointer,
        fix: Vec::new(),
    };
    Failure::Unusable(report::pretty(source, &[diagnostic]))
}

/// The place of a pointer, or of the nearest thing above it that the document has.
fn nearest(document: &Document, pointer: &str) -> Span {
    let mut pointer = pointer;
    loop {
        if let Some(node) = document.at(pointer) {
            return node.key_span().unwrap_or(node.span());
        }
        pointer = pointer.rfind('/').map_or("", |end| &pointer[..end]);
    }
}
