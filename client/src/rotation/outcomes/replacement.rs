//! The outcome of a replacement, and what to do about it.

use std::fmt;

use crate::error::Error;
use crate::generated::values::AppId;

/// The outcome of a replacement. Display describes the state and what to do, on one line and
/// without a secret. In every case the old app works as before.
#[derive(Debug)]
#[must_use = "only this says whether the new app may be used"]
pub enum Replacement {
    /// The secret store holds the credentials of this app, which may call every API that the old one may.
    HandedOver(AppId),
    /// This call changed nothing. The error contains the reason.
    Unchanged(Error),
    /// A new app may exist, which must not be used yet. Repeat the call to continue. To give up,
    /// delete the new app and clear the log.
    Unfinished(Error),
}

impl fmt::Display for Replacement {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::HandedOver(new) => {
                write!(f, "the sink holds the credentials of app {new}; retire the old app later")
            }
            Self::Unchanged(error) => write!(f, "this call changed nothing: {error}"),
            Self::Unfinished(error) => {
                write!(f, "the new app is not ready, replace again to go on: {error}")
            }
        }
    }
}
