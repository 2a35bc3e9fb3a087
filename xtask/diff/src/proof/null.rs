//! Whether `null` is a value.

/// Whether `null` is allowed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Null {
    Allowed,
    Refused,
    /// OpenAPI refuses it, but `nullable` says that it is meant.
    Meant,
}

impl Null {
    /// Whether `null` in one schema is surely as allowed in another.
    pub fn implies(self, other: Self) -> bool {
        self == Self::Refused || other == Self::Allowed || self == other
    }
}
