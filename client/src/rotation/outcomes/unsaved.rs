//! A new secret that was not saved.

use std::fmt;

use tracing::error;

use crate::error::Error;
use crate::rotation::app::AppCredentials;

/// A new AppSecret that was not saved. Dropping it is logged as an error.
#[must_use = "the new AppSecret is here and nowhere else"]
pub struct UnsavedSecret {
    pub(in crate::rotation) credentials: AppCredentials,
    pub(in crate::rotation) error: Error,
    /// Of the record in the log.
    pub(in crate::rotation) holder: String,
    pub(in crate::rotation) is_taken: bool,
}

impl UnsavedSecret {
    pub(in crate::rotation) fn new(credentials: AppCredentials, holder: &str) -> Self {
        let error = Error::not_sent("the sink was not asked yet");
        Self { credentials, error, holder: holder.to_owned(), is_taken: false }
    }

    /// Returns why the AppSecret was not saved.
    pub fn error(&self) -> &Error {
        &self.error
    }

    /// Returns the new credentials, to be stored in another way. Clear the log afterwards.
    pub fn into_credentials(mut self) -> AppCredentials {
        self.is_taken = true;
        self.credentials.clone()
    }
}

impl Drop for UnsavedSecret {
    fn drop(&mut self) {
        if !self.is_taken {
            let app_id = &self.credentials.app_id;
            error!(%app_id, "a new AppSecret was dropped unsaved; resume the rotation");
        }
    }
}

impl fmt::Debug for UnsavedSecret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("UnsavedSecret")
            .field("credentials", &self.credentials)
            .field("error", &self.error)
            .finish_non_exhaustive()
    }
}
