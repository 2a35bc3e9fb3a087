//! Diagnostics as workflow commands of GitHub, which become annotations.

use std::fmt::Write;

use crate::diagnostic::Checked;

/// For a workflow run: one command a line, which becomes an annotation of the document's line.
pub fn github(found: &[Checked]) -> String {
    let mut text = String::new();
    for Checked { source, diagnostics, .. } in found {
        for diagnostic in diagnostics {
            let place = source.position(diagnostic.span.start);
            let end = source.position(diagnostic.span.end);
            // Columns count only within one line there.
            let columns = match end.line == place.line {
                true => format!(",endColumn={}", end.column),
                false => String::new(),
            };
            // Writing to a string cannot fail.
            let _ = writeln!(
                text,
                "::{} file={},line={},endLine={},col={}{columns},title={}::{} ({})",
                diagnostic.rule.severity.name(),
                property(source.name()),
                place.line,
                end.line,
                place.column,
                diagnostic.rule.id,
                escape(&diagnostic.message),
                escape(&diagnostic.help),
            );
        }
    }
    text
}

/// Escapes the message of a workflow command.
pub fn escape(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// Escapes the value of a property of a workflow command.
pub fn property(text: &str) -> String {
    escape(text).replace(':', "%3A").replace(',', "%2C")
}
