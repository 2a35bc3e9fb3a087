//! Where a text stops being a regular expression. regress says only that it does.

use super::syntax::Remark;

/// Returns the part of an invalid pattern that is at fault; `error` is what regress says of it.
pub fn find(pattern: &str, error: &str) -> Remark {
    let text: Vec<char> = pattern.chars().collect();
    let mut search = Search { text: &text, at: 0, open: Vec::new(), repeatable: false };
    search.run().unwrap_or_else(|| {
        let message = format!("is not valid: {}", error.to_lowercase());
        Remark::new(&text, 0..text.len(), message, "correct the pattern")
    })
}

struct Search<'p> {
    text: &'p [char],
    at: usize,
    /// Where groups start that are not closed yet.
    open: Vec<usize>,
    /// Whether a quantifier may follow.
    repeatable: bool,
}

impl Search<'_> {
    fn run(&mut self) -> Option<Remark> {
        while let Some(&char) = self.text.get(self.at) {
            let start = self.at;
            self.at += 1;
            let fault = match char {
                '\\' => self.escape(start),
                '[' => self.class(start),
                '(' => self.group(start),
                ')' => {
                    self.repeatable = true;
                    let help = "remove it, or write `\\)` for the character";
                    self.open.pop().map_or_else(
                        || Some(self.remark(start..start + 1, "closes no group", help)),
                        |_| None,
                    )
                }
                '*' | '+' | '?' => self.quantifier(start),
                '{' => self.braces(start),
                '|' | '^' | '$' => {
                    self.repeatable = false;
                    None
                }
                _ => {
                    self.repeatable = true;
                    None
                }
            };
            if fault.is_some() {
                return fault;
            }
        }
        let open = self.open.pop()?;
        let help = "close it with `)`, or write `\\(` for the character";
        Some(self.remark(open..open + 1, "is not closed", help))
    }

    fn remark(
        &self,
        range: std::ops::Range<usize>,
        message: &str,
        help: impl Into<String>,
    ) -> Remark {
        Remark::new(self.text, range, message, help)
    }

    fn escape(&mut self, start: usize) -> Option<Remark> {
        self.repeatable = true;
        self.at += 1;
        let is_last = start + 1 >= self.text.len();
        is_last.then(|| {
            self.remark(start..start + 1, "escapes nothing", "write `\\\\` for the character")
        })
    }

    fn class(&mut self, start: usize) -> Option<Remark> {
        self.repeatable = true;
        // The last character, where it is, and whether a range may start with it.
        let mut before: Option<(char, usize)> = None;
        while let Some(&char) = self.text.get(self.at) {
            let at = self.at;
            self.at += 1;
            if char == ']' {
                return None;
            }
            let next = self.text.get(at + 1).copied();
            let ends_range = char == '-' && next.is_some_and(|next| !matches!(next, ']' | '\\'));
            if let (true, Some((least, from)), Some(most)) = (ends_range, before, next) {
                self.at += 1;
                before = None;
                if least > most {
                    let message = "is a range whose end is before its start";
                    let help = "swap the ends, or write `\\-` for the character";
                    return Some(self.remark(from..at + 2, message, help));
                }
                continue;
            }
            self.at += usize::from(char == '\\');
            before = (char != '\\').then_some((char, at));
        }
        let help = "close it with `]`, or write `\\[` for the character";
        Some(self.remark(start..start + 1, "is not closed", help))
    }

    fn group(&mut self, start: usize) -> Option<Remark> {
        self.open.push(start);
        self.repeatable = false;
        if self.text.get(self.at) != Some(&'?') {
            return None;
        }
        let rest = &self.text[self.at + 1..];
        let help = match rest {
            [':' | '=' | '!', ..] => {
                self.at += 2;
                return None;
            }
            ['<', ..] => {
                self.at += 2;
                return None;
            }
            ['P', '<', ..] => "write `(?<name>…)` for a named group",
            ['P', '=', ..] => "write `\\k<name>` for a reference to a named group",
            ['#', ..] => "remove it: there are no comments",
            ['>', ..] => "write `(?:…)`: there are no atomic groups",
            [char, ..] if char.is_ascii_lowercase() || *char == '-' => {
                "remove it: there are no inline flags; write both cases, as in `[aA]`"
            }
            _ => "write `(?:…)`, `(?=…)`, `(?!…)`, `(?<=…)`, `(?<!…)` or `(?<name>…)`",
        };
        let end = self.text[start..].iter().position(|char| matches!(char, ')' | ':' | '<'));
        let range = start..start + end.unwrap_or(2) + 1;
        Some(self.remark(range, "is not a group of ECMA-262", help))
    }

    fn quantifier(&mut self, start: usize) -> Option<Remark> {
        if !self.repeatable {
            let char = self.text[start];
            let help = format!("write what is repeated before it, or `\\{char}` for the character");
            return Some(self.remark(start..start + 1, "repeats nothing", help));
        }
        self.repeatable = false;
        self.at += usize::from(self.text.get(self.at) == Some(&'?'));
        let is_possessive = self.text.get(self.at) == Some(&'+');
        is_possessive.then(|| {
            let range = start..self.at + 1;
            self.remark(range, "is not a quantifier of ECMA-262", "remove the last `+`")
        })
    }

    fn braces(&mut self, start: usize) -> Option<Remark> {
        let length = self.text[self.at..].iter().position(|char| *char == '}');
        let inside: Option<String> =
            length.map(|length| self.text[self.at..self.at + length].iter().collect());
        let counts = inside.as_deref().and_then(|inside| {
            let (least, most) = inside.split_once(',').unwrap_or((inside, inside));
            let is_count = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
            (!least.is_empty() && is_count(least) && is_count(most)).then_some((least, most))
        });
        let (Some((least, most)), Some(length)) = (counts, length) else {
            self.repeatable = true;
            return None;
        };
        self.at += length;
        let range = start..self.at + 1;
        let count = |text: &str| text.parse::<u64>().unwrap_or(u64::MAX);
        if !most.is_empty() && count(least) > count(most) {
            let message = "has a least count above its greatest";
            return Some(self.remark(range, message, "swap the counts"));
        }
        self.at += 1;
        if !self.repeatable {
            let help = "write what is repeated before it";
            return Some(self.remark(range, "repeats nothing", help));
        }
        self.repeatable = false;
        self.at += usize::from(self.text.get(self.at) == Some(&'?'));
        None
    }
}
