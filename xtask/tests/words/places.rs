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
    /// The comments of YAML.
    Comments,
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
    place("README and pages", PAGES, Kind::Markdown, 0),
    place("comments of the document", &["openapi.yaml"], Kind::Comments, 0),
    place("rustdoc of the client", &["client/src", "client/examples"], Kind::Rustdoc, 0),
    place("rustdoc of the mock server", &["mock/src", "mock/examples"], Kind::Rustdoc, 0),
    place("rustdoc of spec", &["spec/src"], Kind::Rustdoc, 19),
];

const PAGES: &[&str] = &[
    "ARCHITECTURE.md",
    "CHANGELOG.md",
    "CONTRIBUTING.md",
    "README.md",
    "RELEASING.md",
    "SECURITY.md",
    "docs",
    "spec/README.md",
];

const COMMANDS: &[&str] = &[
    "mock/src/command",
    "xtask/bench/src",
    "xtask/generate/src",
    "xtask/generator/src",
    "xtask/src",
];
