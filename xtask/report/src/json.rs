//! Diagnostics as JSON, for programs.

use serde::Serialize;

use crate::diagnostic::Checked;
use crate::documentation::Documentation;

/// Returns one object with all diagnostics.
pub fn json(found: &[Checked], documentation: &Documentation) -> impl Serialize {
    let all = found.iter().flat_map(|Checked { source, diagnostics, .. }| {
        diagnostics.iter().map(|diagnostic| {
            let start = source.position(diagnostic.span.start);
            let end = source.position(diagnostic.span.end);
            Entry {
                rule: diagnostic.rule.id,
                group: diagnostic.rule.group.name(),
                severity: diagnostic.rule.severity.name(),
                message: &diagnostic.message,
                help: &diagnostic.help,
                path: source.name(),
                line: start.line,
                column: start.column,
                end_line: end.line,
                end_column: end.column,
                pointer: &diagnostic.pointer,
                documentation: documentation.place(diagnostic.rule),
            }
        })
    });
    Entries { diagnostics: all.collect() }
}

#[derive(Serialize)]
struct Entries<'f> {
    diagnostics: Vec<Entry<'f>>,
}

#[derive(Serialize)]
struct Entry<'f> {
    rule: &'f str,
    group: &'f str,
    severity: &'f str,
    message: &'f str,
    help: &'f str,
    path: &'f str,
    line: u32,
    column: u32,
    end_line: u32,
    end_column: u32,
    pointer: &'f str,
    documentation: String,
}
