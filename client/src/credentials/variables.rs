//! Credentials from environment variables.

use std::future::ready;

use super::credential_set::Credentials;
use super::environment::Environment;
use super::iam::Iam;
use super::provider::{ProvideCredentials, ProvideFuture};
use crate::error::Error;

const ACCESS_KEY: &str = "HUAWEICLOUD_SDK_AK";
const SECRET_KEY: &str = "HUAWEICLOUD_SDK_SK";
const SECURITY_TOKEN: &str = "HUAWEICLOUD_SDK_SECURITY_TOKEN";
const PROJECT_ID: &str = "HUAWEICLOUD_SDK_PROJECT_ID";

// Huawei's SDKs do not know a ready token. The name follows the header `X-Auth-Token`.
const TOKEN: &str = "MODELARTS_AUTH_TOKEN";

/// Credentials from environment variables: a token in `MODELARTS_AUTH_TOKEN`, or else an access
/// key in `HUAWEICLOUD_SDK_AK` and `HUAWEICLOUD_SDK_SK`, temporary with
/// `HUAWEICLOUD_SDK_SECURITY_TOKEN`.
///
/// `HUAWEICLOUD_SDK_PROJECT_ID` and `HUAWEICLOUD_SDK_IAM_ENDPOINT` set their project and their IAM.
/// An incomplete access key is an error.
#[derive(Clone, Debug)]
pub struct EnvironmentCredentials(Environment);

impl EnvironmentCredentials {
    /// Creates a provider that reads `environment` each time it is asked.
    pub fn new(environment: Environment) -> Self {
        Self(environment)
    }

    /// The credentials, or why there are none.
    pub(super) fn find(&self) -> Result<Credentials, NotFound> {
        let (mut found, source) = match self.0.get(TOKEN)? {
            Some(token) => (Credentials::token(token), TOKEN.to_owned()),
            None => (self.access_key()?, format!("{ACCESS_KEY} and {SECRET_KEY}")),
        };
        found.source = Some(source);
        found.project_id = self.0.setting(PROJECT_ID)?;
        found.iam_endpoint = self.0.iam_endpoint()?;
        Ok(found)
    }

    fn access_key(&self) -> Result<Credentials, NotFound> {
        let [id, secret, security_token] = [ACCESS_KEY, SECRET_KEY, SECURITY_TOKEN];
        let part = match (self.0.get(id)?, self.0.get(secret)?, self.0.get(security_token)?) {
            (Some(id), Some(secret), token) => {
                let token = token.map(Into::into);
                return Ok(Credentials::of_access_key(id.into(), secret.into(), token));
            }
            (None, None, None) => {
                let nothing = format!("environment: no {TOKEN}, neither {id} nor {secret}");
                return Err(NotFound::NotSet(nothing));
            }
            (Some(_), None, _) => format!("{id} without {secret}"),
            (None, Some(_), _) => format!("{secret} without {id}"),
            (None, None, Some(_)) => format!("{security_token} without {id} and {secret}"),
        };
        Err(NotFound::Unusable(format!("environment: {part}; set all of them or none")))
    }
}

/// Why the environment has no credentials.
pub(super) enum NotFound {
    /// No variable is set, so that another place may have them.
    NotSet(String),
    /// What is set cannot be used. Credentials of another source could be those of another user.
    Unusable(String),
}

impl From<String> for NotFound {
    fn from(why: String) -> Self {
        Self::Unusable(why)
    }
}

impl ProvideCredentials for EnvironmentCredentials {
    fn provide<'a>(&'a self, _: &'a Iam) -> ProvideFuture<'a> {
        let found = self.find().map_err(|(NotFound::NotSet(why) | NotFound::Unusable(why))| why);
        Box::pin(ready(found.map_err(Error::credentials)))
    }
}
