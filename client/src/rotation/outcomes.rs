//! What rotations result in.

pub(super) mod rotation;
pub(super) mod unsaved;
