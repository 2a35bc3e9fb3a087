//! The outcome of a rotation, and what to do about it.

use std::fmt;

use super::unsaved::UnsavedSecret;
use crate::error::Error;
use crate::rotation::records::intent::Intent;

/// The outcome of a rotation. Display describes the state and what to do, on one line and without a
/// secret.
#[derive(Debug)]
#[must_use = "only this says whether the stored AppSecret works"]
pub enum Rotation {
    /// The secret store holds the new AppSecret, and the old one is no longer valid.
    Rotated,
    /// This call changed nothing. The error contains the reason.
    Unchanged(Error),
    /// The old AppSecret is no longer valid, and the new one was not saved after several tries, or
    /// another rotation took over before. The only copy is in this value.
    Unsaved(UnsavedSecret),
    /// Whether the old AppSecret is still valid is unknown. The log keeps the intent, and
    /// [`resume_rotation`](crate::Client::resume_rotation) checks again.
    Unknown {
        /// The reset that was recorded before it was sent.
        intent: Intent,
        /// Why the reset failed; `None` for a rotation that was resumed. Its
        /// [`expose_body`](Error::expose_body) may contain a secret that was not recognised.
        reset: Option<Error>,
        /// Why the AppSecret could not be read back and compared.
        read_back: Error,
    },
}

impl fmt::Display for Rotation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Rotated => {
                f.write_str("the sink holds the new AppSecret, the old one is no longer valid")
            }
            Self::Unchanged(error) => write!(f, "this call changed nothing: {error}"),
            Self::Unsaved(unsaved) => {
                write!(
                    f,
                    "the old AppSecret is no longer valid, store the new one: {}",
                    unsaved.error()
                )
            }
            Self::Unknown { reset, read_back, .. } => {
                f.write_str("the old AppSecret may no longer be valid")?;
                if let Some(reset) = reset {
                    write!(f, " ({reset})")?;
                }
                write!(f, "; resume to check again, or rotate again: {read_back}")
            }
        }
    }
}
