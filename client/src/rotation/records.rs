//! What a log holds of a rotation or a replacement.

pub(super) mod entry;
pub(super) mod intent;
pub(super) mod replacement;
