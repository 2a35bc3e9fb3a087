//! Findings for programs.

use serde::Serialize;

use crate::diagnostic::Checked;

/// For programs: one object with all findings.
pub fn json(found: &[Checked]) -> impl Serialize {
    let all = found.iter().flat_map(|Checked { source, findings, .. }| {
        findings.iter().map(|finding| {
            let place = source.position(finding.span.start);
            let end = source.position(finding.span.end);
            Entry {
                rule: finding.rule.id,
                group: finding.rule.group.name(),
                severity: finding.rule.severity.name(),
                message: &finding.message,
                path: source.name(),
                line: place.line,
                column: place.column,
                end_line: end.line,
                end_column: end.column,
                pointer: &finding.pointer,
            }
        })
    });
    Entries { findings: all.collect() }
}

#[derive(Serialize)]
struct Entries<'f> {
    findings: Vec<Entry<'f>>,
}

#[derive(Serialize)]
struct Entry<'f> {
    rule: &'f str,
    group: &'f str,
    severity: &'f str,
    message: &'f str,
    path: &'f str,
    line: u32,
    column: u32,
    end_line: u32,
    end_column: u32,
    pointer: &'f str,
}
