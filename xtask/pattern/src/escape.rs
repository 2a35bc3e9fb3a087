//! Escapes outside of classes, as ECMA-262 reads them.

use super::parser::Parser;
use super::part::Part;

impl Parser<'_> {
    /// An escape outside of a class; `from` is where its backslash is.
    pub(super) fn escape(&mut self, from: usize) -> Option<Part> {
        let char = self.next()?;
        self.at += 1;
        let is_unicode = self.flags == "u";
        match char {
            'b' | 'B' => return Some(Part::Boundary { negated: char == 'B' }),
            'k' if is_unicode || self.names.iter().any(|name| !name.is_empty()) => {
                return self.named();
            }
            '1'..='9' => {
                let digits = self.text[from + 1..].iter().take_while(|char| char.is_ascii_digit());
                let digits: String = digits.collect();
                let group = digits.parse().unwrap_or(usize::MAX);
                if group <= self.names.len() {
                    self.at = from + 1 + digits.len();
                    self.refers = true;
                    return Some(Part::BackReference(vec![group - 1]));
                }
                self.octal(from);
            }
            '0' if !is_unicode => self.octal(from),
            'x' => self.hexadecimal(2),
            'u' if is_unicode && self.next() == Some('{') => self.braces()?,
            'u' => {
                self.hexadecimal(4);
                self.surrogate(from, is_unicode);
            }
            'p' | 'P' if is_unicode => self.braces()?,
            'c' => {
                self.next().filter(char::is_ascii_alphabetic)?;
                self.at += 1;
            }
            _ => {}
        }
        self.set(from)
    }

    /// Passes over up to three octal digits, as the Annex B of ECMA-262 reads them.
    fn octal(&mut self, from: usize) {
        let digits =
            self.text[from + 1..].iter().take_while(|char| matches!(char, '0'..='7')).take(3);
        let digits: String = digits.collect();
        let fits = u8::from_str_radix(&digits, 8).is_ok();
        self.at = from + 1 + digits.len().saturating_sub(usize::from(!fits)).max(1);
    }

    /// Passes over so many hexadecimal digits, if they are there.
    fn hexadecimal(&mut self, count: usize) {
        let digits =
            self.text[self.at..].iter().take(count).filter(|char| char.is_ascii_hexdigit());
        self.at += if digits.count() == count { count } else { 0 };
    }

    /// Passes over the second half of a surrogate pair, which is one character with the first.
    fn surrogate(&mut self, from: usize, is_unicode: bool) {
        let is_at = |at: usize, highs: &str| {
            let text: String = self.text[at..].iter().take(6).collect::<String>().to_lowercase();
            let digit = text.strip_prefix("\\ud").and_then(|rest| rest.chars().next());
            digit.is_some_and(|digit| highs.contains(digit))
        };
        if is_unicode && is_at(from, "89ab") && is_at(self.at, "cdef") {
            self.at += 6;
        }
    }

    fn braces(&mut self) -> Option<()> {
        self.at += self.text[self.at..].iter().position(|char| *char == '}')? + 1;
        Some(())
    }

    fn named(&mut self) -> Option<Part> {
        let rest = &self.text[self.at..];
        let end = rest.iter().position(|char| *char == '>')?;
        let name: String = rest.get(1..end)?.iter().collect();
        self.at += end + 1;
        self.refers = true;
        let groups: Vec<_> =
            (0..self.names.len()).filter(|group| self.names[*group] == name).collect();
        (!groups.is_empty()).then_some(Part::BackReference(groups))
    }
}
