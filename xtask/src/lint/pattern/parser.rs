//! The structure of a pattern that regress has found well-formed.

use std::ops::Range;

use super::set::Set;

/// A part of a pattern.
pub enum Part {
    Char(char),
    /// A character of a set, by its index.
    Set(usize),
    All(Vec<Part>),
    Any(Vec<Part>),
    Repeat(Repeat),
    Group {
        part: Box<Part>,
        index: usize,
    },
    Start,
    End,
    Boundary {
        negated: bool,
    },
    Look {
        part: Box<Part>,
        behind: bool,
        negated: bool,
    },
    /// The text that one of these groups has matched.
    Refer(Vec<usize>),
}

/// A part and how often it comes.
pub struct Repeat {
    pub part: Box<Part>,
    pub least: usize,
    pub most: Option<usize>,
    pub greedy: bool,
    /// The groups inside, which each repetition forgets.
    pub groups: Range<usize>,
}

/// A pattern in parts.
pub struct Parsed {
    pub root: Part,
    pub sets: Vec<Set>,
    /// How many groups are remembered: none if no part refers to one.
    pub remembered: usize,
}

impl Parsed {
    /// Takes a pattern apart; none if it has a part that is not known here.
    pub fn new(text: &str, flags: &str) -> Option<Self> {
        let text: Vec<char> = text.chars().collect();
        let names = names(&text);
        let groups = names.len();
        let mut parser =
            Parser { text, at: 0, flags, names, opened: 0, sets: Vec::new(), refers: false };
        let root = parser.alternatives()?;
        let remembered = if parser.refers { groups } else { 0 };
        (parser.at == parser.text.len()).then_some(Self { root, sets: parser.sets, remembered })
    }
}

struct Parser<'p> {
    text: Vec<char>,
    at: usize,
    flags: &'p str,
    /// The name of each group, empty where it has none.
    names: Vec<String>,
    /// How many groups have begun.
    opened: usize,
    sets: Vec<Set>,
    refers: bool,
}

impl Parser<'_> {
    fn next(&self) -> Option<char> {
        self.text.get(self.at).copied()
    }

    fn takes(&mut self, text: &str) -> bool {
        let found = self.text[self.at..].iter().copied().take(text.len()).eq(text.chars());
        self.at += if found { text.len() } else { 0 };
        found
    }

    fn alternatives(&mut self) -> Option<Part> {
        let mut all = vec![self.sequence()?];
        while self.takes("|") {
            all.push(self.sequence()?);
        }
        Some(if all.len() == 1 { all.swap_remove(0) } else { Part::Any(all) })
    }

    fn sequence(&mut self) -> Option<Part> {
        let mut parts = Vec::new();
        while self.next().is_some_and(|char| !matches!(char, '|' | ')')) {
            let opened = self.opened;
            let part = self.part()?;
            parts.push(self.repeated(part, opened)?);
        }
        Some(Part::All(parts))
    }

    fn part(&mut self) -> Option<Part> {
        let from = self.at;
        let char = self.next()?;
        self.at += 1;
        Some(match char {
            '^' => Part::Start,
            '$' => Part::End,
            '(' => return self.group(),
            '.' => return self.set(from),
            '[' => {
                while self.next()? != ']' {
                    self.at += if self.next() == Some('\\') { 2 } else { 1 };
                }
                self.at += 1;
                return self.set(from);
            }
            '\\' => return self.escape(from),
            char => Part::Char(char),
        })
    }

    fn set(&mut self, from: usize) -> Option<Part> {
        let part: String = self.text.get(from..self.at)?.iter().collect();
        self.sets.push(Set::new(&part, self.flags)?);
        Some(Part::Set(self.sets.len() - 1))
    }

    fn group(&mut self) -> Option<Part> {
        let looks =
            [("?=", false, false), ("?!", false, true), ("?<=", true, false), ("?<!", true, true)];
        let look = looks.into_iter().find(|(mark, ..)| self.takes(mark));
        if look.is_none() && !self.takes("?:") {
            let index = self.opened;
            self.opened += 1;
            if self.takes("?<") {
                while !self.takes(">") {
                    self.next()?;
                    self.at += 1;
                }
            }
            // What follows a question mark otherwise is a modifier of ES2025.
            let part = (self.next() != Some('?')).then(|| self.alternatives())??;
            return self.takes(")").then(|| Part::Group { part: Box::new(part), index });
        }
        let part = self.alternatives()?;
        let part = match look {
            Some((_, behind, negated)) => Part::Look { part: Box::new(part), behind, negated },
            None => part,
        };
        self.takes(")").then_some(part)
    }

    /// An escape outside of a class; `from` is where its backslash is.
    fn escape(&mut self, from: usize) -> Option<Part> {
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
                    return Some(Part::Refer(vec![group - 1]));
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
        (!groups.is_empty()).then_some(Part::Refer(groups))
    }

    /// Adds the quantifier that follows a part; `opened` is how many groups began before it.
    fn repeated(&mut self, part: Part, opened: usize) -> Option<Part> {
        let (least, most) = match self.next() {
            Some('*') => (0, None),
            Some('+') => (1, None),
            Some('?') => (0, Some(1)),
            Some('{') => match self.counts() {
                Some(counts) => counts,
                // Without the flag `u`, a brace that is no quantifier is itself.
                None => return Some(part),
            },
            _ => return Some(part),
        };
        self.at += 1;
        let greedy = !self.takes("?");
        let groups = opened..self.opened;
        Some(Part::Repeat(Repeat { part: Box::new(part), least, most, greedy, groups }))
    }

    /// Reads `{n}`, `{n,}` and `{n,m}` up to the closing brace.
    fn counts(&mut self) -> Option<(usize, Option<usize>)> {
        let end = self.text[self.at..].iter().position(|char| *char == '}')?;
        let text: String = self.text[self.at + 1..self.at + end].iter().collect();
        let (least, most) = text.split_once(',').unwrap_or((&text, &text));
        let is_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
        if least.is_empty() || !is_digits(least) || !is_digits(most) {
            return None;
        }
        self.at += end;
        // More than can be counted is more than any text has.
        let count = |text: &str| text.parse().unwrap_or(usize::MAX);
        Some((count(least), (!most.is_empty()).then(|| count(most))))
    }
}

/// The name of each group that remembers what it matched, in their order.
fn names(text: &[char]) -> Vec<String> {
    let mut names = Vec::new();
    let (mut at, mut in_class) = (0, false);
    while let Some(char) = text.get(at) {
        let rest = &text[at + 1..];
        match char {
            '\\' => at += 1,
            '[' => in_class = true,
            ']' => in_class = false,
            '(' if !in_class && rest.first() != Some(&'?') => names.push(String::new()),
            '(' if !in_class
                && rest.get(1) == Some(&'<')
                && !matches!(rest.get(2), Some('=' | '!')) =>
            {
                names.push(rest[2..].iter().take_while(|char| **char != '>').collect());
            }
            _ => {}
        }
        at += 1;
    }
    names
}
