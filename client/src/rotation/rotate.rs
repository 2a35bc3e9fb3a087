//! Replacing the AppSecret of an app.

pub(super) mod entry;
pub(super) mod reset;
pub(super) mod steps;
