//! What a rule, or a command, has found at a place in a document.

use std::borrow::Cow;

use spec::{Source, Span};

/// A source, and what was found in it.
pub struct Checked {
    pub source: Source,
    pub findings: Vec<Finding>,
    /// Whether the rules could check it. What says that they could not is never filtered.
    pub is_usable: bool,
}

/// One thing found.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// The rule that found it.
    pub rule: &'static RuleInfo,
    /// One clause that names the thing.
    pub message: String,
    /// What to write instead.
    pub help: Cow<'static, str>,
    pub span: Span,
    /// The place as a JSON pointer; empty where there is none.
    pub pointer: String,
}

/// What is known of a rule without running it.
#[derive(Debug, PartialEq)]
pub struct RuleInfo {
    /// The subject first, then its fault.
    pub id: &'static str,
    pub group: Group,
    pub severity: Severity,
    /// What it finds.
    pub summary: &'static str,
    /// Why that hurts here.
    pub rationale: &'static str,
    /// What to write instead.
    pub help: &'static str,
}

/// How much a finding matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The document is wrong, or the client made from it would be.
    Error,
    /// The document could be better.
    Warning,
}

/// What a finding is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Group {
    /// OpenAPI 3.0.3 does not allow it, or ignores it.
    Valid,
    /// A value is not what its schema says.
    Values,
    /// No client can be generated from it.
    Generate,
    /// No test covers it.
    Tested,
    /// It endangers those who use the client.
    Safe,
    /// Readers would like it better another way.
    Style,
}

impl Group {
    pub const ALL: [Self; 6] =
        [Self::Valid, Self::Values, Self::Generate, Self::Tested, Self::Safe, Self::Style];

    pub fn name(self) -> &'static str {
        match self {
            Self::Valid => "valid",
            Self::Values => "values",
            Self::Generate => "generate",
            Self::Tested => "tested",
            Self::Safe => "safe",
            Self::Style => "style",
        }
    }
}

impl Severity {
    pub fn name(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
        }
    }
}
