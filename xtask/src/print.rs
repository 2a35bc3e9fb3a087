//! Findings as text: for people, for programs, for the annotations of a workflow run.

use std::fmt::Write;

use serde_json::{Value, json};
use spec::Source;

use crate::finding::Finding;

/// For people: the place, what is wrong there, the line itself, the mend.
pub fn pretty(source: &Source, findings: &[Finding]) -> String {
    let mut text = String::new();
    for finding in findings {
        block(&mut text, source, finding);
    }
    text
}

fn block(text: &mut String, source: &Source, finding: &Finding) {
    let place = source.position(finding.span.start);
    let end = source.position(finding.span.end);
    let line = source.line(place.line);
    let margin = place.line.to_string().len();
    let width = if end.line == place.line { end.column.saturating_sub(place.column) } else { 1 };
    let marks = "^".repeat(width.max(1) as usize);
    let indent: String = line.chars().take(place.column as usize - 1).map(blank).collect();
    // Writing to a string cannot fail.
    let _ = writeln!(
        text,
        "{}:{place}: {}: {} [{}]\n{:margin$} |\n{} | {line}\n{:margin$} | {indent}{marks}\n{:margin$} = {}\n",
        source.name(),
        finding.severity.name(),
        finding.message,
        finding.rule,
        "",
        place.line,
        "",
        "",
        finding.help,
    );
}

fn blank(character: char) -> char {
    if character == '\t' { '\t' } else { ' ' }
}

/// For programs: one object with all findings.
pub fn json(found: &[(&Source, Vec<Finding>)]) -> Value {
    let all = found.iter().flat_map(|(source, findings)| {
        findings.iter().map(|finding| {
            let place = source.position(finding.span.start);
            let end = source.position(finding.span.end);
            json!({
                "rule": finding.rule,
                "group": finding.group.name(),
                "severity": finding.severity.name(),
                "message": finding.message,
                "path": source.name(),
                "line": place.line,
                "column": place.column,
                "end_line": end.line,
                "end_column": end.column,
                "pointer": finding.pointer,
            })
        })
    });
    json!({ "findings": all.collect::<Vec<_>>() })
}

/// For a workflow run: one command a line, which becomes an annotation of the document's line.
pub fn github(source: &Source, findings: &[Finding]) -> String {
    let escape = |text: &str| text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A");
    let property = |text: &str| escape(text).replace(':', "%3A").replace(',', "%2C");
    let mut text = String::new();
    for finding in findings {
        let place = source.position(finding.span.start);
        // Writing to a string cannot fail.
        let _ = writeln!(
            text,
            "::{} file={},line={},col={},title={}::{} ({})",
            finding.severity.name(),
            property(source.name()),
            place.line,
            place.column,
            finding.rule,
            escape(&finding.message),
            escape(&finding.help),
        );
    }
    text
}
