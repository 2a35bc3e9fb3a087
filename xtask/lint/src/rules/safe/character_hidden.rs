//! An invisible character.

use crate::prelude::*;

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "character-hidden",
        group: Group::Safe,
        severity: Severity::Error,
        summary: "The text contains an invisible character, or a character that changes the \
                  direction of the text.",
        rationale: "Reviewers see a different text from the one that tools read.",
        help: "remove the character, or write it as an escape sequence",
    },
    stops_generation: false,
    failing: &["
info: {title: \"a\u{202e}b\", version: '1'} # <-
"],
    passing: &[r#"
info: {title: "a\u202Eb", version: '1'}
"#],
    check: Check::Document(check),
};

fn check(index: &ObjectIndex, diagnostics: &mut Diagnostics) {
    for document in index.documents() {
        let text = document.source().text();
        if text.is_ascii() {
            continue;
        }
        // All of them start with this byte, and most characters do not.
        let starts = text.bytes().enumerate().filter(|(_, byte)| *byte == 0xE2);
        let characters = starts.filter_map(|(at, _)| Some((at, text[at..].chars().next()?)));
        for (start, character) in characters.filter(|(_, character)| hides(*character)) {
            let span = Span { start: start as u32, end: (start + character.len_utf8()) as u32 };
            let code = u32::from(character);
            diagnostics.span(
                document.root(),
                span,
                format!("the text contains the invisible character U+{code:04X}"),
            );
        }
    }
}

fn hides(character: char) -> bool {
    matches!(character, '\u{200b}' | '\u{2060}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}
