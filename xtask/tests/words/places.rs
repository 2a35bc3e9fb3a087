//! The places with texts for people.

/// Files with texts, and how many listed phrases they may contain.
pub struct Place {
    pub name: &'static str,
    /// Files and folders, relative to the repository.
    pub paths: &'static [&'static str],
    pub kind: Kind,
    /// Only ever lowered, until it is 0.
    pub allowed: usize,
}

/// Which parts of a file people read.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// The string literals of Rust code: messages, and the texts of rules and kinds of change.
    Messages,
    /// The doc comments of command-line arguments.
    Help,
    /// All doc comments.
    Rustdoc,
    /// The paragraphs of Markdown, without code.
    Markdown,
}

const fn place(
    name: &'static str,
    paths: &'static [&'static str],
    kind: Kind,
    allowed: usize,
) -> Place {
    Place { name, paths, kind, allowed }
}

pub const PLACES: &[Place] = &[
    place("rules and messages of lint", &["xtask/lint/src"], Kind::Messages, 0),
    place("output of diagnostics", &["xtask/report/src"], Kind::Messages, 0),
    place("messages of the parser", &["spec/src"], Kind::Messages, 0),
    place("kinds and messages of diff", &["xtask/diff/src"], Kind::Messages, 0),
    place("help of the commands", COMMANDS, Kind::Help, 0),
    place("messages of the commands", COMMANDS, Kind::Messages, 0),
    place("README and pages", &["README.md", "docs"], Kind::Markdown, 0),
    place("rustdoc of the client", &["client/src"], Kind::Rustdoc, 0),
];

const COMMANDS: &[&str] = &[
    "mock/src/command",
    "xtask/bench/src",
    "xtask/generate/src",
    "xtask/generator/src",
    "xtask/src",
];
