//! What the calls of a rotation have in common.

use serde::{Deserialize, Serialize};

/// Where the apps are, and how they are to be shown.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(super) struct CommonParameters {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) workspace_id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) iphertext_enabled: Option<bool>,
}
