//! The static description of a rule.

/// The id and the texts of a rule.
#[derive(Debug, PartialEq)]
pub struct RuleInfo {
    /// The name: the subject, then what is wrong with it, such as `path-duplicate`.
    pub id: &'static str,
    /// The group that it belongs to.
    pub group: Group,
    /// The severity of its diagnostics.
    pub severity: Severity,
    /// What it finds, in one sentence.
    pub summary: &'static str,
    /// Why that matters.
    pub rationale: &'static str,
    /// How to fix it: an imperative clause.
    pub help: &'static str,
}

/// How severe a diagnostic is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The document is wrong, or the client generated from it would be.
    Error,
    /// The document could be better.
    Warning,
}

/// The subject of a rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Group {
    /// OpenAPI 3.0.3 forbids it, ignores it or advises against it.
    Valid,
    /// A value does not match its schema.
    Values,
    /// No client can be generated from it.
    Generate,
    /// No test covers it.
    Tested,
    /// It is a risk for users of the client.
    Safe,
    /// It makes the document harder to read.
    Style,
}

impl Group {
    /// Every group.
    pub const ALL: [Self; 6] =
        [Self::Valid, Self::Values, Self::Generate, Self::Tested, Self::Safe, Self::Style];

    /// Returns the name in options and output.
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

    /// Returns the page about its rules, as a path in the repository.
    pub fn page(self) -> String {
        format!("docs/lint/rules/{}.md", self.name())
    }

    /// Returns what a diagnostic of the group means, in a clause.
    pub fn summary(self) -> &'static str {
        match self {
            Self::Valid => {
                "OpenAPI 3.0.3 forbids it (error), or ignores it or advises against it (warning)"
            }
            Self::Values => "an example, a default or a listed value does not match its schema",
            Self::Generate => "`cargo xtask generate` cannot generate a client from it",
            Self::Tested => "no test of the client covers it",
            Self::Safe => "it is a risk for users of the client",
            Self::Style => "another form is easier to read",
        }
    }
}

impl Severity {
    /// Returns the name in options and output.
    pub fn name(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
        }
    }
}
