//! Merge conflicts that were left in a text.

use crate::parse_diagnostic::{ParseDiagnostic, ParseDiagnosticKind, Span};

/// Finds the first line of a conflict that starts before an offset.
pub(crate) fn find(text: &str, at: usize) -> Option<ParseDiagnostic> {
    let is_line = |start: usize| {
        let is_start = start == 0 || text[..start].ends_with('\n');
        is_start && matches!(text.as_bytes().get(start + 7), None | Some(b' ' | b'\r' | b'\n'))
    };
    let first = |mark: &str| {
        let starts = text.match_indices(mark).map(|(start, _)| start);
        starts.take_while(|start| *start <= at).find(|start| is_line(*start))
    };
    // `=======` alone may underline a heading.
    let start = first("<<<<<<<").into_iter().chain(first(">>>>>>>")).min()?;
    let line = text[start..].lines().next().unwrap_or_default().trim_end();
    let span = Span { start: start as u32, end: (start + line.len()) as u32 };
    let message = "this line is the marker of a merge conflict";
    let help = "resolve the conflict, and remove the lines `<<<<<<<`, `=======` and `>>>>>>>`";
    Some(ParseDiagnostic::new(ParseDiagnosticKind::Syntax, span, message, help))
}
