//! What is known of a rule without running it.

/// What a rule finds and why that matters.
#[derive(Debug, PartialEq)]
pub struct RuleInfo {
    /// The subject first, then its fault.
    pub id: &'static str,
    /// What it is about.
    pub group: Group,
    /// How much what it finds matters.
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
    /// Every group.
    pub const ALL: [Self; 6] =
        [Self::Valid, Self::Values, Self::Generate, Self::Tested, Self::Safe, Self::Style];

    /// Returns the name that people and programs use.
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
    /// Returns the name that people and programs use.
    pub fn name(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
        }
    }
}
