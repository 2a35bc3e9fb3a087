//! Diagnostics as workflow commands of GitHub, which become annotations.

use std::fmt::Write;

use crate::diagnostic::Checked;

/// Returns one workflow command a line, which becomes an annotation of the line of the document.
pub fn github(found: &[Checked]) -> String {
    let mut text = String::new();
    for Checked { source, diagnostics, .. } in found {
        for diagnostic in diagnostics {
            let start = source.position(diagnostic.span.start);
            let end = source.position(diagnostic.span.end);
            // Columns count only within one line there.
            let columns = match end.line == start.line {
                true => format!(",endColumn={}", end.column),
                false => String::new(),
            };
            // Writing to a string cannot fail.
            let _ = writeln!(
                text,
                "::{} file={},line={},endLine={},col={}{columns},title={}::{} ({})",
                diagnostic.rule.severity.name(),
                github_property(source.name()),
                start.line,
                end.line,
                start.column,
                diagnostic.rule.id,
                github_message(&diagnostic.message),
                github_message(&diagnostic.help),
            );
        }
    }
    text
}

/// Returns the escaped message of a workflow command.
pub fn github_message(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// Returns the escaped value of a property of a workflow command.
pub fn github_property(text: &str) -> String {
    github_message(text).replace(':', "%3A").replace(',', "%2C")
}
