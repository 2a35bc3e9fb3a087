//! What a rotation journal holds.

pub(super) mod intent;
pub(super) mod replacement;
