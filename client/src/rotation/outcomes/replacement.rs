//! The outcome of a replacement, and what to do about it.

use std::fmt;

use crate::error::Error;
use crate::generated::values::AppId;

/// The outcome of a replacement. Display says what holds now and what to do, on one line and without
/// a secret. Whatever it is, the old app works as before.
#[derive(Debug)]
#[must_use = "only this says whether the new app may be used"]
pub enum Replacement {
    /// The sink holds the credentials of this app, and it may call every API that the old one may.
    HandedOver(AppId),
    /// This call changed nothing. The error says why.
    Unchanged(Error),
    /// There may be a new app, which must not be used yet. The same call again goes on; to give
    /// up, delete the new app and clear the log.
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
