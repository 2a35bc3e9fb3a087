//! Escapes that ECMA-262 does not have.

use super::posix::posix;
use super::scan::Scan;
use crate::{parser, syntax};

/// Letters after a backslash that ECMA-262 has a meaning for.
pub const KNOWN_ESCAPES: &str = "dDwWsSbBnrtvfcxuk";

/// Letters after a backslash in other dialects, with what to write.
const ESCAPES: &[(char, &str)] = &[
    ('A', "write `^`"),
    ('z', "write `$`"),
    ('Z', "write `$`"),
    ('h', "write `[ \\t]`"),
    ('H', "write `[^ \\t]`"),
    ('R', "write `(?:\\r\\n|\\n|\\r)`"),
    ('N', "write `[^\\n]`"),
    ('a', "write `\\x07`"),
    ('e', "write `\\x1B`"),
    ('i', "write `[A-Za-z_:]`"),
    ('I', "write `[^A-Za-z_:]`"),
    ('C', "write `[^\\w.:-]`"),
    ('l', "write `[a-z]`"),
    ('L', "write `[^a-z]`"),
    ('y', "write `\\b`"),
    ('Y', "write `\\B`"),
    ('m', "write `\\b`"),
    ('M', "write `\\b`"),
];

/// The characters that may be escaped with the flag `u`.
const SYNTAX_CHARACTERS: &str = "^$\\.*+?()[]{}|/-";

impl Scan<'_> {
    /// Looks at an escape, and returns where the scan goes on.
    pub(super) fn escape(&mut self, at: usize, in_class: bool) -> usize {
        let Some(&char) = self.text.get(at + 1) else { return at + 1 };
        if char == '\\' {
            self.doubled(at);
            return at + 2;
        }
        if self.is_strict || !char.is_ascii_alphanumeric() {
            return at + 2;
        }
        match char {
            'Q' => return self.quotation(at),
            'p' | 'P' => return self.property(at),
            'x' | 'u' => return self.code(at, char),
            '1'..='9' if !in_class => return self.back_reference(at),
            'c' if self.text.get(at + 2).is_none_or(|char| !char.is_ascii_alphabetic()) => {
                self.remark(at..at + 2, "is the text `\\c`", "write `[\\w.:-]`");
            }
            'k' if self.text.windows(3).any(|three| three == ['(', '?', '<']) => {}
            'k' => self.letter(at, 'k', "add the named group, as in `(?<name>…)`"),
            'B' if in_class => self.letter(at, 'B', "write the characters that are meant"),
            char if char.is_ascii_digit() || KNOWN_ESCAPES.contains(char) => {}
            char => {
                let help = ESCAPES.iter().find(|(letter, _)| *letter == char);
                let help = help.map_or("write what is meant without it", |(_, help)| help);
                self.letter(at, char, help);
            }
        }
        at + 2
    }

    fn letter(&mut self, at: usize, letter: char, help: &str) {
        self.remark(at..at + 2, format!("is the letter `{letter}`"), help);
    }

    /// `\\d+` is a backslash and letters: the escape was written for a string in double quotes.
    fn doubled(&mut self, at: usize) {
        let is_class = self.text.get(at + 2).is_some_and(|char| "dDwWsS".contains(*char));
        let is_repeated = self.text.get(at + 3).is_some_and(|char| "+*{".contains(*char));
        let is_first = at == 0 || self.text[at - 1] != '\\';
        if is_class && is_repeated && is_first {
            let letter = self.text[at + 2];
            let message = format!("is a backslash, and then the letter `{letter}`");
            self.remark(at..at + 3, message, format!("write `\\{letter}`"));
        }
    }

    /// `\Q…\E` does not quote.
    fn quotation(&mut self, at: usize) -> usize {
        let is_end = |two: &[char]| two == ['\\', 'E'];
        let end = self.text[at..].windows(2).position(is_end).map(|length| at + length + 2);
        let message =
            "quotes nothing: `\\Q` and `\\E` are letters, and the text between is a pattern";
        let range = at..end.unwrap_or(at + 2);
        self.remark(range.clone(), message, "escape each special character with a backslash");
        range.end
    }

    /// A class of Unicode that does not exist, or that needs the flag `u`.
    fn property(&mut self, at: usize) -> usize {
        let end = match self.text.get(at + 2) {
            Some('{') => self.up_to(at, '}').unwrap_or(at + 2),
            Some(char) if char.is_ascii_alphabetic() => at + 3,
            _ => at + 2,
        };
        let part: String = self.text[at..end].iter().collect();
        let message = format!("is the text `{}`", &part[1..]);
        let name = part[2..].trim_matches(['{', '}', '^']);
        let help = match name.strip_prefix("Is").or(name.strip_prefix("In")) {
            _ if syntax::is_strict(&part) => self.unneeded_escape(),
            Some(script) if syntax::is_strict(&format!("\\p{{Script={script}}}")) => {
                format!("write `\\p{{Script={script}}}`")
            }
            _ if name.len() == 1 => format!("write `\\p{{{name}}}`"),
            _ => posix(name).map_or_else(
                || {
                    "write a property that ECMA-262 has, such as `\\p{L}` or `\\p{Script=Latin}`"
                        .into()
                },
                |class| format!("write `[{class}]`"),
            ),
        };
        self.remark(at..end, message, help);
        end
    }

    /// What to change so that the pattern is valid with the flag `u`, without which there are no
    /// classes of Unicode.
    fn unneeded_escape(&self) -> String {
        let escapes = self.text.windows(2).filter(|two| two[0] == '\\');
        let mut unneeded = escapes
            .map(|two| two[1])
            .filter(|char| !char.is_ascii_alphanumeric() && !SYNTAX_CHARACTERS.contains(*char));
        match unneeded.next() {
            Some(char) => {
                format!("write `{char}`, not `\\{char}`, which is an error with Unicode classes")
            }
            None => "correct the other parts, which are errors with Unicode classes".into(),
        }
    }

    /// `\x{41}` and `\u{41}` are a repeated letter without the flag `u`.
    fn code(&mut self, at: usize, letter: char) -> usize {
        let digits = if letter == 'x' { 2 } else { 4 };
        let code = self.text.get(at + 2..at + 2 + digits);
        if code.is_some_and(|code| code.iter().all(char::is_ascii_hexdigit)) {
            return at + 2 + digits;
        }
        let end = match self.text.get(at + 2) {
            Some('{') => self.up_to(at, '}').unwrap_or(at + 2),
            _ => at + 2,
        };
        let help = "write `\\xHH` or `\\uHHHH`, with hexadecimal digits";
        self.remark(at..end, format!("is the letter `{letter}`"), help);
        end
    }

    fn back_reference(&mut self, at: usize) -> usize {
        let digits: String =
            self.text[at + 1..].iter().take_while(|char| char.is_ascii_digit()).collect();
        let groups = parser::count_groups(self.text);
        if digits.parse().unwrap_or(usize::MAX) > groups {
            let message = match groups {
                0 => "refers to a group, and the pattern has none".into(),
                1 => "refers to a group, and the pattern has 1".into(),
                groups => format!("refers to a group, and the pattern has {groups}"),
            };
            let range = at..at + 1 + digits.len();
            self.remark(range, message, "correct the number, or add the group");
        }
        at + 1 + digits.len()
    }
}
