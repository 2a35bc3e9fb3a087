//! The record in a log.

use serde::{Deserialize, Serialize};

use super::intent::Intent;
use super::replacement::ReplacementRecord;

/// What a log holds: a rotation, and who is at it.
#[derive(Serialize, Deserialize)]
pub(crate) struct JournalEntry {
    /// A random name of the call that wrote this last.
    #[serde(default)]
    pub(crate) holder: String,
    #[serde(flatten)]
    pub(crate) record: Record,
}

#[derive(Clone, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Record {
    Reset(Intent),
    Replace(ReplacementRecord),
}

impl JournalEntry {
    /// Reads what a log holds; none if that is something else.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        serde_json::from_str(text).ok()
    }
}
