//! Replacing an app by another one.

mod authorize;
pub(super) mod entry;
mod progress;
mod retire;
mod steps;
