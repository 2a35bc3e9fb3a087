//! Settings and credentials from environment variables.

use std::fmt;
use std::future::ready;
use std::path::PathBuf;
use std::sync::Arc;

use super::{Credentials, Iam, ProvideCredentials, Providing};
use crate::Error;

const ACCESS_KEY: &str = "HUAWEICLOUD_SDK_AK";
const SECRET_KEY: &str = "HUAWEICLOUD_SDK_SK";
const SECURITY_TOKEN: &str = "HUAWEICLOUD_SDK_SECURITY_TOKEN";
const PROJECT_ID: &str = "HUAWEICLOUD_SDK_PROJECT_ID";
const IAM_ENDPOINT: &str = "HUAWEICLOUD_SDK_IAM_ENDPOINT";
const CREDENTIALS_FILE: &str = "HUAWEICLOUD_SDK_CREDENTIALS_FILE";
const ENDPOINT_PREFIX: &str = "HUAWEICLOUD_SDK_REGION_MODELARTS_";

// Huawei's SDKs know neither a ready token nor a region. Their prefix is theirs to fill, so ours is
// the service's name, and the rest follows the header `X-Auth-Token`.
const TOKEN: &str = "MODELARTS_AUTH_TOKEN";
const REGION: &str = "MODELARTS_REGION";

/// Where variables are looked up: the process, or anything else that maps names to values.
///
/// A variable with an empty value counts as not set, as in Huawei's SDKs.
///
/// ```
/// use modelarts_app_auth::{Client, Environment};
///
/// let environment = Environment::from_fn(|name| match name {
///     "MODELARTS_REGION" => Some("cn-north-4".to_owned()),
///     "MODELARTS_AUTH_TOKEN" => Some("token".to_owned()),
///     _ => None,
/// });
/// let client = Client::builder().environment(environment).build()?;
/// # Ok::<(), modelarts_app_auth::Error>(())
/// ```
#[derive(Clone)]
pub struct Environment(Arc<LookUp>);

type LookUp = dyn Fn(&str) -> Option<String> + Send + Sync;

impl Environment {
    /// The variables of this process, as they are when they are asked for.
    pub fn process() -> Self {
        Self::from_fn(|name| std::env::var(name).ok())
    }

    /// Variables from elsewhere, such as a map in a test.
    pub fn from_fn(look_up: impl Fn(&str) -> Option<String> + Send + Sync + 'static) -> Self {
        Self(Arc::new(look_up))
    }

    /// The region to call (`MODELARTS_REGION`).
    pub(crate) fn region(&self) -> Option<String> {
        self.get(REGION)
    }

    /// The endpoint that replaces the documented one of a region: for `cn-north-4` the first in
    /// `HUAWEICLOUD_SDK_REGION_MODELARTS_CN_NORTH_4`, which may list several.
    pub(crate) fn endpoint(&self, region: &str) -> Option<String> {
        let region = region.replace('-', "_").to_ascii_uppercase();
        let endpoints = self.get(&format!("{ENDPOINT_PREFIX}{region}"))?;
        let (first, _) = endpoints.split_once(',').unwrap_or((&endpoints, ""));
        Some(first.trim().to_owned())
    }

    pub(super) fn iam_endpoint(&self) -> Option<String> {
        self.get(IAM_ENDPOINT)
    }

    /// The credentials file named in the environment, or the one in the home directory; else the
    /// variables that would have to be set.
    pub(super) fn credentials_file(&self) -> Result<PathBuf, String> {
        let home = if cfg!(windows) { "USERPROFILE" } else { "HOME" };
        match (self.get(CREDENTIALS_FILE), self.get(home)) {
            (Some(path), _) => Ok(path.into()),
            (None, Some(home)) => Ok([&home, ".huaweicloud", "credentials"].iter().collect()),
            (None, None) => Err(format!("neither {CREDENTIALS_FILE} nor {home} is set")),
        }
    }

    fn get(&self, name: &str) -> Option<String> {
        (self.0)(name).filter(|value| !value.is_empty())
    }
}

impl fmt::Debug for Environment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Environment").finish_non_exhaustive()
    }
}

/// Credentials from environment variables: a token in `MODELARTS_AUTH_TOKEN`, or else an access
/// key in `HUAWEICLOUD_SDK_AK` and `HUAWEICLOUD_SDK_SK`, temporary with
/// `HUAWEICLOUD_SDK_SECURITY_TOKEN`.
///
/// `HUAWEICLOUD_SDK_PROJECT_ID` and `HUAWEICLOUD_SDK_IAM_ENDPOINT` tell what they belong to.
#[derive(Clone, Debug)]
pub struct EnvironmentCredentials(Environment);

impl EnvironmentCredentials {
    /// Reads from `environment` whenever it is asked.
    pub fn new(environment: Environment) -> Self {
        Self(environment)
    }

    /// The credentials, or what is missing.
    pub(super) fn find(&self) -> Result<Credentials, String> {
        let mut found = match self.0.get(TOKEN) {
            Some(token) => Credentials::token(token),
            None => self.access_key()?,
        };
        found.project_id = self.0.get(PROJECT_ID);
        found.iam_endpoint = self.0.iam_endpoint();
        Ok(found)
    }

    fn access_key(&self) -> Result<Credentials, String> {
        let missing = match (self.0.get(ACCESS_KEY), self.0.get(SECRET_KEY)) {
            (Some(id), Some(secret)) => {
                return Ok(match self.0.get(SECURITY_TOKEN) {
                    Some(token) => Credentials::temporary_access_key(id, secret, token),
                    None => Credentials::access_key(id, secret),
                });
            }
            (None, None) => format!("neither {ACCESS_KEY} nor {SECRET_KEY}"),
            (Some(_), None) => format!("{ACCESS_KEY} without {SECRET_KEY}"),
            (None, Some(_)) => format!("{SECRET_KEY} without {ACCESS_KEY}"),
        };
        Err(format!("environment: no {TOKEN}, {missing}"))
    }
}

impl ProvideCredentials for EnvironmentCredentials {
    fn provide<'a>(&'a self, _: &'a Iam) -> Providing<'a> {
        Box::pin(ready(self.find().map_err(Error::credentials)))
    }
}
