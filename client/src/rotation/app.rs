//! An app as the service returns it, and the credentials that callers of its APIs need.

use serde::{Deserialize, Serialize};

use crate::app_signer::AppSigner;
use crate::error::Error;
use crate::generated::operations::ShowApigAppOutput;
use crate::generated::values::{AppId, AppName};
use crate::response::Response;
use crate::secret::Secret;

/// The credentials with which a caller of deployed services signs requests.
///
/// Debug and serde print a placeholder for the AppSecret;
/// [`expose_secrets`](crate::expose_secrets) writes it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct AppCredentials {
    /// ID of the app.
    pub app_id: AppId,
    /// The AppKey; `None` if the service did not return it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub app_key: Option<String>,
    /// The AppSecret, which Debug and serde do not print.
    pub app_secret: Secret,
}

impl AppCredentials {
    /// Returns a signer of requests to the services that the app may call.
    ///
    /// # Errors
    ///
    /// The AppKey is not known, or a value is not valid.
    pub fn signer(&self) -> Result<AppSigner, Error> {
        let app_key = self.app_key.as_ref().ok_or_else(|| {
            Error::credentials("the AppKey is missing: the service did not return it")
        })?;
        AppSigner::new(app_key, self.app_secret.clone())
    }
}

/// What the service tells of an app.
pub(super) struct ShownApp {
    pub(super) app_id: AppId,
    pub(super) response: Response<ShowApigAppOutput>,
}

impl ShownApp {
    pub(super) fn key(&self) -> Option<String> {
        self.response.app().app_key.clone()
    }

    /// The service wants the name of the app in a reset.
    pub(super) fn name(&self) -> Result<AppName, Error> {
        let name = self.response.app().app_name.clone();
        name.ok_or_else(|| Error::lacking(&self.response, "the name of the app is missing"))
    }

    /// The credentials as they are now.
    pub(super) fn readable(&self) -> Result<AppCredentials, Error> {
        let Some(app_secret) = self.response.app().app_secret.clone().filter(is_readable) else {
            return Err(Error::lacking(
                &self.response,
                "the AppSecret cannot be read back, it is masked or missing",
            ));
        };
        Ok(AppCredentials { app_id: self.app_id.clone(), app_key: self.key(), app_secret })
    }
}

/// Whether a service that masks secrets would not have written this. An AppSecret has no asterisk.
pub(super) fn is_readable(secret: &Secret) -> bool {
    !secret.expose().is_empty() && !secret.expose().contains('*')
}
