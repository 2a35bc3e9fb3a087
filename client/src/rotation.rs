//! Replacing an AppSecret so that no fault and no crash loses it.

mod app;
mod calls;
mod common_parameters;
mod journal;
mod new_secret;
mod outcomes;
mod random_id;
mod read_back;
mod records;
mod replace;
mod rotate;
mod save;
mod storage;

pub use app::AppCredentials;
pub use outcomes::replacement::Replacement;
pub use outcomes::rotation::Rotation;
pub use outcomes::unsaved::UnsavedSecret;
pub use records::intent::Intent;
pub use replace::entry::ReplaceApp;
pub use rotate::entry::RotateAppSecret;
pub use storage::lease::Lease;
pub use storage::log::{IntentFile, IntentLog};
pub use storage::sink::{SecretFile, SecretSink};
pub use storage::store_future::StoreFuture;
