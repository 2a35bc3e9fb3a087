//! The records of a rotation or a replacement in a log.

pub(super) mod entry;
pub(super) mod intent;
pub(super) mod replacement;
