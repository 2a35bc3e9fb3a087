//! Replacing an AppSecret so that no fault and no crash loses it.
//!
//! Rotations are made of calls and know nothing below them. `rotate/` replaces the AppSecret of an app
//! and `replace/` the app; each has its public methods in `entry.rs` and the order of its steps in
//! `steps.rs`. `records/` is what must survive a crash and `outcomes/` what the caller gets, both
//! without any steps. `storage/` has the traits and files that keep secrets and records;
//! `new_secret.rs` finds a secret in whatever form a response has, and `read_back.rs` says when the
//! outcome of a write is known. `journal.rs` is the only user of a log: it takes the lease
//! (`storage/lease.rs`) and checks before each save and each clear that the log still holds the record
//! of this rotation. `storage/paths.rs` tells whether two paths name one file.

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
