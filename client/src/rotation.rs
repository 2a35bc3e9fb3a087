//! Replacing an AppSecret so that no fault and no crash loses it.

mod app;
mod calls;
mod journal;
mod new_secret;
mod outcomes;
mod records;
mod replace;
mod rotate;
mod storage;

pub use app::AppCredentials;
pub use outcomes::rotation::Rotation;
pub use outcomes::unsaved::UnsavedSecret;
pub use records::intent::Intent;
pub use replace::entry::{ReplaceApp, Replacement};
pub use rotate::entry::Storing;
pub use rotate::steps::RotateAppSecret;
pub use storage::lease::Lease;
pub use storage::log::{IntentFile, IntentLog};
pub use storage::sink::{SecretFile, SecretSink};
