//! Replacing the AppSecret of an app.

pub(super) mod entry;
mod reset;
mod steps;
mod unsaved;
