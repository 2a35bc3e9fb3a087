//! Diagnostics as the XML that test runners write.

use std::fmt::Write;

use crate::diagnostic::Checked;

/// Returns XML with a suite for each document; one without diagnostics has a case that passes.
pub fn junit(found: &[Checked]) -> String {
    let failures: usize = found.iter().map(|checked| checked.diagnostics.len()).sum();
    let tests: usize = found.iter().map(|checked| checked.diagnostics.len().max(1)).sum();
    let mut text = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <testsuites name=\"lint\" tests=\"{tests}\" failures=\"{failures}\">\n"
    );
    for Checked { source, diagnostics, .. } in found {
        let name = escape(source.name());
        let count = diagnostics.len();
        // Writing to a string cannot fail.
        let _ = writeln!(
            text,
            "  <testsuite name=\"{name}\" tests=\"{}\" failures=\"{count}\">",
            count.max(1)
        );
        if diagnostics.is_empty() {
            let _ = writeln!(text, "    <testcase name=\"lint\" classname=\"{name}\"/>");
        }
        for diagnostic in diagnostics {
            let start = source.position(diagnostic.span.start);
            let _ = writeln!(
                text,
                "    <testcase name=\"{} {start}\" classname=\"{name}\">\n      \
                 <failure type=\"{}\" message=\"{}\">{name}:{start} {}: {}</failure>\n    </testcase>",
                diagnostic.rule.id,
                diagnostic.rule.severity.name(),
                escape(&diagnostic.message),
                escape(&diagnostic.pointer),
                escape(&diagnostic.help),
            );
        }
        text += "  </testsuite>\n";
    }
    text + "</testsuites>\n"
}

/// Text that XML 1.0 can hold.
fn escape(text: &str) -> String {
    let mut escaped = String::new();
    for character in text.chars() {
        match character {
            '&' => escaped += "&amp;",
            '<' => escaped += "&lt;",
            '>' => escaped += "&gt;",
            '"' => escaped += "&quot;",
            '\t' | '\n' | '\r' => escaped.push(' '),
            other if other.is_control() || matches!(other, '\u{fffe}' | '\u{ffff}') => {
                escaped.push('\u{fffd}');
            }
            other => escaped.push(other),
        }
    }
    escaped
}
