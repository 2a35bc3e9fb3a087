//! Classes that other dialects read otherwise.

use super::posix::posix;
use super::scan::Scan;

impl Scan<'_> {
    /// Looks at a class, and returns where the scan goes on. A class of ECMA-262 ends with the first
    /// bracket that is not escaped.
    pub(super) fn class(&mut self, start: usize) -> usize {
        let first = start + 1 + usize::from(self.text.get(start + 1) == Some(&'^'));
        let remarks = self.remarks.len();
        let (mut at, mut inner) = (first, None);
        while let Some(char) = self.text.get(at) {
            match char {
                ']' => break,
                '\\' => {
                    at = self.escape(at, true);
                    continue;
                }
                '[' => {
                    inner.get_or_insert(at);
                    self.posix_class(at);
                }
                '&' if at > first
                    && self.text.get(at + 1) == Some(&'&')
                    && self.text.get(at + 2).is_some_and(|char| *char != ']') =>
                {
                    let help = "write a lookahead before the class, as in `(?![aeiou])[a-z]`";
                    self.remark(at..at + 2, "is the character `&`, not an intersection", help);
                    at += 1;
                }
                _ => {}
            }
            at += 1;
        }
        let end = (at + 1).min(self.text.len());
        let has_remark = self.remarks.len() > remarks;
        if !has_remark && start + 1 < at {
            self.lone_posix_class(start, end);
        }
        let next_is_bracket = self.text.get(end) == Some(&']');
        if self.is_strict || self.remarks.len() > remarks {
            return end;
        }
        if inner.is_some() && next_is_bracket {
            let message = "is a class that ends at its first `]`; the next `]` is itself";
            let help = "write one class, or a lookahead before it, as in `(?![aeiou])[a-z]`";
            self.remark(start..end + 1, message, help);
        } else if at == first && self.has_lone_bracket(end) {
            let message = match first - start {
                1 => "is a class without characters, which matches nothing",
                _ => "is a class of every character",
            };
            self.remark(start..end, message, "write `\\]` for the character `]`");
        }
        end
    }

    /// `[:alpha:]` inside of a class.
    fn posix_class(&mut self, at: usize) {
        let name: String = match self.text.get(at + 1) {
            Some(':') => {
                self.text[at + 2..].iter().take(8).take_while(|char| **char != ':').collect()
            }
            _ => return,
        };
        let end = at + 2 + name.chars().count() + 2;
        let is_closed = self.text.get(end - 2..end) == Some(&[':', ']']);
        if let Some(class) = posix(name.trim_start_matches('^')).filter(|_| is_closed) {
            let message = "is these characters, and not a class of POSIX";
            self.remark(at..end, message, format!("write `{class}` in its place"));
        }
    }

    /// `[:alpha:]` as a class of its own.
    fn lone_posix_class(&mut self, start: usize, end: usize) {
        let text: String = self.text[start + 1..end - 1].iter().collect();
        let name = text.strip_prefix(':').and_then(|text| text.strip_suffix(':'));
        if let Some(class) = name.and_then(posix) {
            let message = "is a class of these characters, and not a class of POSIX";
            self.remark(start..end, message, format!("write `[{class}]`"));
        }
    }

    /// Whether a closing bracket follows that closes nothing.
    fn has_lone_bracket(&self, from: usize) -> bool {
        let mut rest = self.text[from..].iter().take_while(|char| **char != '[');
        rest.any(|char| *char == ']')
    }
}
