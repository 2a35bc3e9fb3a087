//! The place of a value in requests and responses, and the impact of a change there.

use spec::Direction;

use super::impact::{Impact, Level};
use super::relation::Relation;

/// What a change does to the set of values that are allowed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Allowed {
    /// Some values are not allowed any more.
    Narrower,
    /// Some more values are allowed.
    Wider,
    /// Some are not any more, and some others are.
    Other,
    /// One of these, and it is unknown which.
    Unclear,
}

impl Allowed {
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

/// Whether a value is sent at all: what is read-only is not sent in a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Transmission {
    Always,
    /// By one of the documents it is, by the other it is not.
    InOneDocument,
    Never,
}

/// How a value is reached: what a change of it can mean depends on that.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Context {
    pub direction: Direction,
    pub transmission: Transmission,
    /// Whether it is written as text, as in a query, where `1` and `true` are strings too.
    pub text: bool,
    /// Whether the client has a Rust type for it.
    pub typed: bool,
    /// Whether that type is an `Option`, whatever the schema says of `null`.
    pub optional: bool,
    /// Whether it may be written as XML, where elements and attributes have names of their own.
    pub xml: bool,
    /// Whether the two are compared for their values only, because each is another type in Rust.
    pub values_only: bool,
    /// What is proven about all values, so that one keyword alone cannot mean more.
    pub proven: Relation,
}

impl Context {
    pub fn of(direction: Direction) -> Self {
        Self {
            direction,
            transmission: Transmission::Always,
            text: false,
            typed: false,
            optional: false,
            xml: false,
            values_only: false,
            proven: Relation::default(),
        }
    }

    /// What a change of the allowed values means here.
    pub fn values(self, allowed: Allowed, source: Level) -> Impact {
        self.impact(self.level(allowed), source)
    }

    fn level(self, allowed: Allowed) -> Level {
        let allowed = match (self.proven.keeps_all, self.proven.adds_none, allowed) {
            (true, true, _) => return Level::None,
            (true, false, Allowed::Other | Allowed::Unclear) => Allowed::Wider,
            (false, true, Allowed::Other | Allowed::Unclear) => Allowed::Narrower,
            (true, false, Allowed::Narrower) | (false, true, Allowed::Wider) => {
                return Level::Compatible;
            }
            (_, _, allowed) => allowed,
        };
        match (self.direction, allowed) {
            (_, Allowed::Other) => Level::Breaking,
            (_, Allowed::Unclear) => Level::Risky,
            (Direction::Request, Allowed::Narrower) => Level::Breaking,
            (Direction::Response, Allowed::Wider) => Level::Breaking,
            _ => Level::Compatible,
        }
    }

    /// Returns the context with what is proven about the values there.
    pub fn knowing(self, relation: Relation) -> Self {
        Self { proven: self.proven.or(relation), ..self }
    }

    /// What a change of this level means here.
    pub fn impact(self, level: Level, source: Level) -> Impact {
        let wire = if self.transmission == Transmission::Always { level } else { Level::None };
        let source = if self.typed { source } else { Level::None };
        match self.direction {
            Direction::Request => Impact::requests(wire, source),
            Direction::Response => Impact::responses(wire, source),
        }
    }

    /// Returns the context of a comparison that says nothing about types in Rust.
    pub fn of_values_only(self) -> Self {
        Self { typed: false, values_only: true, ..self }
    }

    /// Returns the context of a value that callers see in Rust.
    pub fn with_rust_type(self) -> Self {
        Self { typed: true, ..self }
    }

    /// Returns the context in which a value is taken to be sent if one of the documents says so.
    pub fn assume_sent(self) -> Self {
        match self.transmission {
            Transmission::InOneDocument => Self { transmission: Transmission::Always, ..self },
            _ => self,
        }
    }

    /// Returns the impact of a change whose meaning is unknown: the worst.
    pub fn unknown(self) -> Impact {
        self.impact(Level::Breaking, Level::Breaking)
    }

    pub fn is_request(self) -> bool {
        self.direction == Direction::Request
    }
}
