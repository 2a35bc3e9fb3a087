//! What is known of a kind of change without running it.

/// What a kind of change finds and why that matters.
#[derive(Debug, PartialEq, Eq)]
pub struct KindInfo {
    /// The id: the subject first, then what happened to it.
    pub id: &'static str,
    /// What the kind finds.
    pub summary: &'static str,
    /// Why that matters, and to whom.
    pub rationale: &'static str,
    /// The id of the kind that is found when the documents are swapped.
    pub inverse: &'static str,
}
