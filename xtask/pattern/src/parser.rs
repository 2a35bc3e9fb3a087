//! Takes a pattern apart that regress has found well-formed.

use super::part::{Parsed, Part, Repeat};
use super::set::Set;

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

pub(super) struct Parser<'p> {
    pub(super) text: Vec<char>,
    pub(super) at: usize,
    pub(super) flags: &'p str,
    /// The name of each group, empty where it has none.
    pub(super) names: Vec<String>,
    /// How many groups have begun.
    opened: usize,
    sets: Vec<Set>,
    /// Whether a part refers to a group.
    pub(super) refers: bool,
}

impl Parser<'_> {
    pub(super) fn next(&self) -> Option<char> {
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

    pub(super) fn set(&mut self, from: usize) -> Option<Part> {
        let part: String = self.text.get(from..self.at)?.iter().collect();
        self.sets.push(Set::new(&part, self.flags)?);
        Some(Part::Set(self.sets.len() - 1))
    }

    fn group(&mut self) -> Option<Part> {
        let lookarounds =
            [("?=", false, false), ("?!", false, true), ("?<=", true, false), ("?<!", true, true)];
        let lookaround = lookarounds.into_iter().find(|(mark, ..)| self.takes(mark));
        if lookaround.is_none() && !self.takes("?:") {
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
        let part = match lookaround {
            Some((_, behind, negated)) => {
                Part::Lookaround { part: Box::new(part), behind, negated }
            }
            None => part,
        };
        self.takes(")").then_some(part)
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

/// How many groups of a pattern remember what they matched.
pub(super) fn count_groups(text: &[char]) -> usize {
    names(text).len()
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
