//! Diagnostics in one line each, for editors and for `grep`.

use std::fmt::Write;

use crate::diagnostic::Checked;
use crate::frame::printable;

/// Returns a line `FILE:LINE:COLUMN: severity[rule] message` for each diagnostic.
pub fn concise(found: &[Checked]) -> String {
    let mut text = String::new();
    for Checked { source, diagnostics, .. } in found {
        for diagnostic in diagnostics {
            // Writing to a string cannot fail.
            let _ = writeln!(
                text,
                "{}:{}: {}[{}] {}",
                printable(source.name()),
                source.position(diagnostic.span.start),
                diagnostic.rule.severity.name(),
                diagnostic.rule.id,
                printable(&diagnostic.message),
            );
        }
    }
    text
}
