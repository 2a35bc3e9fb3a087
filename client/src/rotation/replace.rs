//! Replacing an app by another one.

pub(super) mod entry;
mod retire;
mod steps;
