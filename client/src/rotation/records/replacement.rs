//! The record of a replacement, and its step.

use serde::{Deserialize, Serialize};

use crate::error::Error;
use crate::generated::values::{AppId, AppName};
use crate::rotation::common_parameters::CommonParameters;

/// A replacement under way.
#[derive(Clone, Serialize, Deserialize)]
pub(crate) struct ReplacementRecord {
    pub(crate) project_id: String,
    pub(crate) old: AppId,
    pub(crate) new_name: AppName,
    #[serde(flatten)]
    pub(crate) parameters: CommonParameters,
    pub(crate) step: ReplacementStep,
}

/// What was about to happen, with the new app once there is one.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum ReplacementStep {
    Create,
    Authorize(AppId),
    /// The new app is in use, or may be. The old one is not touched before the caller says so.
    HandedOver(AppId),
    Retire(AppId),
}

impl ReplacementRecord {
    /// Refuses to continue another replacement than the caller's.
    pub(crate) fn check(&self, old: &AppId, new_name: &AppName, log: &str) -> Result<(), Error> {
        if (&self.old, &self.new_name) == (old, new_name) {
            return Ok(());
        }
        let Self { old, new_name, .. } = self;
        Err(Error::not_sent(format!("{log} has a replacement of app {old} by {new_name}")))
    }
}
