//! Whom a change breaks, and how surely.

/// How bad a change is for one of those who have the old document.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// They cannot notice.
    #[default]
    None,
    /// They can notice, and all they do still works.
    Compatible,
    /// It works unless they rely on what the document does not promise, or nobody can tell.
    Risky,
    /// What the old document allowed them does not work any more.
    Breaking,
}

impl Level {
    /// Every level, the least first.
    pub const ALL: [Self; 4] = [Self::None, Self::Compatible, Self::Risky, Self::Breaking];

    /// Returns the name that people and programs use.
    pub fn name(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Compatible => "compatible",
            Self::Risky => "risky",
            Self::Breaking => "breaking",
        }
    }

    /// Breaking if something holds, else none.
    pub fn breaking_if(holds: bool) -> Self {
        if holds { Self::Breaking } else { Self::None }
    }
}

/// What a change means to those who have the old document.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Verdicts {
    /// Will the service still accept what an old client sends?
    pub requests: Level,
    /// Will an old client still understand what the service sends?
    pub answers: Level,
    /// Will Rust code that was written for the old crate still compile?
    pub source: Level,
}

impl Verdicts {
    /// Nobody notices.
    pub const NONE: Self =
        Self { requests: Level::None, answers: Level::None, source: Level::None };

    /// Nobody knows, so everybody is warned.
    pub const UNKNOWN: Self =
        Self { requests: Level::Breaking, answers: Level::Breaking, source: Level::Breaking };

    /// What breaks those who send requests.
    pub fn requests(requests: Level, source: Level) -> Self {
        Self { requests, answers: Level::None, source }
    }

    /// What breaks those who read responses.
    pub fn answers(answers: Level, source: Level) -> Self {
        Self { requests: Level::None, answers, source }
    }

    /// What breaks Rust code.
    pub fn source(source: Level) -> Self {
        Self { source, ..Self::NONE }
    }

    /// Returns the worst of the three.
    pub fn worst(self) -> Level {
        self.requests.max(self.answers).max(self.source)
    }

    /// The same change, seen in two places.
    pub fn or(self, other: Self) -> Self {
        Self {
            requests: self.requests.max(other.requests),
            answers: self.answers.max(other.answers),
            source: self.source.max(other.source),
        }
    }
}
