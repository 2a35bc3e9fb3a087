//! Findings as text: for people, for programs, for the annotations of a workflow run.

pub mod junit;
pub mod pretty;
pub mod sarif;

use std::fmt::Write;

use serde::Serialize;
use spec::Source;

use crate::finding::{Checked, Finding};

/// For people: the place, what is wrong there, the line itself, the mend.
pub fn pretty(source: &Source, findings: &[Finding]) -> String {
    findings.iter().map(|finding| pretty::block(source, finding, false, true)).collect()
}

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

/// For a workflow run: one command a line, which becomes an annotation of the document's line.
pub fn github(found: &[Checked]) -> String {
    let escape = |text: &str| text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A");
    let property = |text: &str| escape(text).replace(':', "%3A").replace(',', "%2C");
    let mut text = String::new();
    for Checked { source, findings, .. } in found {
        for finding in findings {
            let place = source.position(finding.span.start);
            let end = source.position(finding.span.end);
            // Columns count only within one line there.
            let columns = match end.line == place.line {
                true => format!(",endColumn={}", end.column),
                false => String::new(),
            };
            // Writing to a string cannot fail.
            let _ = writeln!(
                text,
                "::{} file={},line={},endLine={},col={}{columns},title={}::{} ({})",
                finding.rule.severity.name(),
                property(source.name()),
                place.line,
                end.line,
                place.column,
                finding.rule.id,
                escape(&finding.message),
                escape(&finding.help),
            );
        }
    }
    text
}
