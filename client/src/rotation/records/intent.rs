//! The record of a reset before it is sent, so that its outcome can be found after a crash.

use std::time::{Duration, SystemTime, UNIX_EPOCH};

use serde::{Deserialize, Serialize};

use crate::credentials::signing;
use crate::error::Error;
use crate::generated::values::AppId;
use crate::rotation::common_parameters::CommonParameters;
use crate::rotation::random_id::random_id;
use crate::secret::Secret;

/// A reset that was about to be sent. It contains no secret.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Intent {
    id: String,
    /// In seconds since 1970.
    began_at: u64,
    project_id: String,
    pub(in crate::rotation) app_id: AppId,
    #[serde(flatten)]
    pub(in crate::rotation) parameters: CommonParameters,
    /// Of the AppSecret before the reset; none if it could not be read.
    #[serde(skip_serializing_if = "Option::is_none")]
    fingerprint: Option<String>,
    /// Whether it is unknown if a reset before this one took place.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub(in crate::rotation) is_doubtful: bool,
}

impl Intent {
    pub(in crate::rotation) fn new(
        project_id: &str,
        app_id: AppId,
        parameters: CommonParameters,
    ) -> Self {
        let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
        Self {
            id: random_id(),
            began_at: now.as_secs(),
            project_id: project_id.to_owned(),
            app_id,
            parameters,
            fingerprint: None,
            is_doubtful: false,
        }
    }

    /// Returns the random name of this rotation, to find it in a log.
    pub fn id(&self) -> &str {
        &self.id
    }

    /// Returns the app whose AppSecret was to be reset.
    pub fn app_id(&self) -> &AppId {
        &self.app_id
    }

    /// Returns when the rotation began, by the clock of this machine.
    pub fn began_at(&self) -> SystemTime {
        UNIX_EPOCH + Duration::from_secs(self.began_at)
    }

    /// Notes the AppSecret before the reset.
    pub(in crate::rotation) fn note(&mut self, secret: &Secret) {
        self.fingerprint = Some(self.fingerprint_of(secret));
    }

    /// Whether it is known what the AppSecret was before.
    pub(in crate::rotation) fn is_comparable(&self) -> bool {
        self.fingerprint.is_some()
    }

    /// Whether `secret` is the one from before the reset, as far as is known.
    pub(in crate::rotation) fn is_old(&self, secret: &Secret) -> bool {
        self.fingerprint.as_ref() == Some(&self.fingerprint_of(secret))
    }

    pub(in crate::rotation) fn check_app(&self, app_id: &AppId, log: &str) -> Result<(), Error> {
        if self.app_id == *app_id {
            return Ok(());
        }
        let other = &self.app_id;
        Err(Error::not_sent(format!("{log} has an open rotation of the app {other}; resume it")))
    }

    pub(in crate::rotation) fn check_project(
        &self,
        project_id: &str,
        log: &str,
    ) -> Result<(), Error> {
        if self.project_id == project_id {
            return Ok(());
        }
        let other = &self.project_id;
        Err(Error::not_sent(format!("{log} has an open rotation of the project {other}")))
    }

    /// The ID is the salt, so that two records cannot be compared. An AppSecret is random and too long
    /// to be found by trying.
    fn fingerprint_of(&self, secret: &Secret) -> String {
        signing::hex(signing::hmac(self.id.as_bytes(), secret.expose().as_bytes()))
    }
}
