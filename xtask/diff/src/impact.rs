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

/// What a change does to the set of values that are allowed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Some values are not allowed any more.
    Narrower,
    /// Some more values are allowed.
    Wider,
    /// Some are not any more, and some others are.
    Other,
    /// One of these, and nobody can tell which.
    Unclear,
}

impl Effect {
    /// What became of a set of which some values went and some came.
    pub fn of(gone: bool, new: bool) -> Option<Self> {
        match (gone, new) {
            (true, true) => Some(Self::Other),
            (true, false) => Some(Self::Narrower),
            (false, true) => Some(Self::Wider),
            (false, false) => None,
        }
    }
}

/// Who sends a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Direction {
    Request,
    Response,
}

impl Direction {
    /// Returns the name that people and programs use.
    pub fn name(self) -> &'static str {
        match self {
            Self::Request => "request",
            Self::Response => "response",
        }
    }

    /// Who sends what in a callback, in which the service is the client.
    pub fn reverse(self) -> Self {
        match self {
            Self::Request => Self::Response,
            Self::Response => Self::Request,
        }
    }
}

/// Whether a value is sent at all: what is read-only is not sent in a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Travels {
    Always,
    /// By one of the documents it is, by the other it is not.
    ByOne,
    Never,
}

/// How a value is reached: what a change of it can mean depends on that.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Reach {
    pub direction: Direction,
    pub travels: Travels,
    /// Whether it is written as text, as in a query, where `1` and `true` are strings too.
    pub text: bool,
    /// Whether the client has a Rust type for it.
    pub typed: bool,
    /// Whether that type is an `Option`, whatever the schema says of `null`.
    pub optional: bool,
}

impl Reach {
    pub fn of(direction: Direction) -> Self {
        Self { direction, travels: Travels::Always, text: false, typed: false, optional: false }
    }

    /// What a change of the allowed values means here.
    pub fn values(self, effect: Effect, source: Level) -> Verdicts {
        let level = match (self.direction, effect) {
            (_, Effect::Other) => Level::Breaking,
            (_, Effect::Unclear) => Level::Risky,
            (Direction::Request, Effect::Narrower) => Level::Breaking,
            (Direction::Response, Effect::Wider) => Level::Breaking,
            _ => Level::Compatible,
        };
        self.verdicts(level, source)
    }

    /// What a change of this level means here.
    pub fn verdicts(self, level: Level, source: Level) -> Verdicts {
        let wire = if self.travels == Travels::Always { level } else { Level::None };
        let source = if self.typed { source } else { Level::None };
        match self.direction {
            Direction::Request => Verdicts::requests(wire, source),
            Direction::Response => Verdicts::answers(wire, source),
        }
    }

    /// The same place, if callers see it in Rust.
    pub fn shown(self) -> Self {
        Self { typed: true, ..self }
    }

    /// The same place, where it is the question whether it is sent.
    pub fn in_doubt(self) -> Self {
        match self.travels {
            Travels::ByOne => Self { travels: Travels::Always, ..self },
            _ => self,
        }
    }

    /// What it means here that nobody can tell what a change means: the worst.
    pub fn unknown(self) -> Verdicts {
        self.verdicts(Level::Breaking, Level::Breaking)
    }

    pub fn is_request(self) -> bool {
        self.direction == Direction::Request
    }
}
