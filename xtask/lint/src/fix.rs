//! Fixes: the edits of diagnostics, applied to the text.

use report::{Checked, Diagnostic, Edit};

/// Returns the text of a document with the fixes of its diagnostics, and the diagnostics that it
/// fixes. Of fixes that overlap, only the first is applied.
pub fn fixed(checked: &Checked) -> (String, Vec<&Diagnostic>) {
    let (mut edits, mut fixed): (Vec<&Edit>, Vec<&Diagnostic>) = Default::default();
    let fixable = checked.diagnostics.iter().filter(|diagnostic| !diagnostic.fix.is_empty());
    let mut end = 0;
    for diagnostic in fixable {
        // Diagnostics are in the order of the text, and so are their edits.
        let is_behind = diagnostic.fix.iter().all(|edit| edit.span.start >= end);
        if is_behind {
            end = diagnostic.fix.iter().map(|edit| edit.span.end).max().unwrap_or(end);
            edits.extend(&diagnostic.fix);
            fixed.push(diagnostic);
        }
    }
    let text = checked.source.text();
    let (mut result, mut copied) = (String::with_capacity(text.len()), 0);
    for edit in edits {
        result += &text[copied..edit.span.start as usize];
        result += &edit.text;
        copied = edit.span.end as usize;
    }
    (result + &text[copied..], fixed)
}

#[cfg(test)]
mod tests {
    use report::{Checked, Diagnostic, Edit};
    use spec::{Source, Span};

    #[test]
    fn of_fixes_that_overlap_the_first_is_applied() {
        let fix = |start, end, text: &str| {
            let span = Span { start, end };
            let rule = &crate::RULES[0].info;
            let fix = vec![Edit { span, text: text.to_owned() }];
            Diagnostic { fix, ..Diagnostic::new(rule, text, span, String::new()) }
        };
        let diagnostics = vec![fix(0, 3, "x"), fix(2, 4, "y"), fix(3, 4, "z"), fix(5, 5, "!")];
        let checked = Checked { source: Source::new("a", "abcdefg"), diagnostics, is_usable: true };
        let (text, fixed) = super::fixed(&checked);
        assert_eq!(text, "xze!fg");
        let messages: Vec<&str> = fixed.iter().map(|fixed| &*fixed.message).collect();
        assert_eq!(messages, ["x", "z", "!"]);
    }
}
