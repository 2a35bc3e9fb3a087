//! Which of two schemas allows all that the other one allows.

/// What is proven about an old and a new schema.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Relation {
    /// Whether the new schema allows every value that the old one allows.
    pub keeps_all: bool,
    /// Whether the new schema allows no value that the old one does not allow.
    pub adds_none: bool,
}

impl Relation {
    /// Returns what either of two proofs has shown.
    pub fn or(self, other: Self) -> Self {
        Self {
            keeps_all: self.keeps_all || other.keeps_all,
            adds_none: self.adds_none || other.adds_none,
        }
    }
}
