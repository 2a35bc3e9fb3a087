//! What rotations and replacements result in.

pub(super) mod replacement;
pub(super) mod rotation;
pub(super) mod unsaved;
