//! The impact of a change on requests, responses and Rust source.

/// How bad a change is for one of those who have the old document.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// They cannot notice.
    #[default]
    None,
    /// They can notice, and all they do still works.
    Compatible,
    /// It works unless they rely on what the document does not promise, or it is unknown.
    Risky,
    /// What the old document allowed them does not work any more.
    Breaking,
}

impl Level {
    /// Every level, the least first.
    pub const ALL: [Self; 4] = [Self::None, Self::Compatible, Self::Risky, Self::Breaking];

    /// Returns the name that the command line and JSON use.
    pub fn name(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Compatible => "compatible",
            Self::Risky => "risky",
            Self::Breaking => "breaking",
        }
    }

    /// Returns the words that people read.
    pub fn label(self) -> &'static str {
        match self {
            Self::Risky => "potentially breaking",
            _ => self.name(),
        }
    }

    /// Compatible if something holds, else breaking.
    pub fn breaking_unless(holds: bool) -> Self {
        if holds { Self::Compatible } else { Self::Breaking }
    }

    /// Breaking if something holds, else none.
    pub fn breaking_if(holds: bool) -> Self {
        if holds { Self::Breaking } else { Self::None }
    }
}

/// What a change means to those who have the old document.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Impact {
    /// Will the service still accept what an old client sends?
    pub requests: Level,
    /// Will an old client still understand what the service sends?
    pub responses: Level,
    /// Will Rust code that was written for the old crate still compile?
    pub source: Level,
}

impl Impact {
    /// No client can notice.
    pub const NONE: Self =
        Self { requests: Level::None, responses: Level::None, source: Level::None };

    /// The meaning is unknown, so all clients are warned.
    pub const UNKNOWN: Self =
        Self { requests: Level::Breaking, responses: Level::Breaking, source: Level::Breaking };

    /// What breaks those who send requests.
    pub fn requests(requests: Level, source: Level) -> Self {
        Self { requests, responses: Level::None, source }
    }

    /// What breaks those who read responses.
    pub fn responses(responses: Level, source: Level) -> Self {
        Self { requests: Level::None, responses, source }
    }

    /// What breaks Rust code.
    pub fn source(source: Level) -> Self {
        Self { source, ..Self::NONE }
    }

    /// Returns the worst of the three.
    pub fn worst(self) -> Level {
        self.requests.max(self.responses).max(self.source)
    }

    /// Returns the worst of the impact of one change in two places.
    pub fn or(self, other: Self) -> Self {
        Self {
            requests: self.requests.max(other.requests),
            responses: self.responses.max(other.responses),
            source: self.source.max(other.source),
        }
    }
}
