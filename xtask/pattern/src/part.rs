//! The parts of a pattern.

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
    Lookaround {
        part: Box<Part>,
        behind: bool,
        negated: bool,
    },
    /// The text that one of these groups has matched.
    BackReference(Vec<usize>),
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
