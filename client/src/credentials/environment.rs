//! Settings from environment variables.

use std::env::{self, VarError};
use std::fmt;
use std::path::PathBuf;
use std::sync::Arc;

use zeroize::Zeroizing;

use super::value;
use crate::endpoint::Setting;

const IAM_ENDPOINT: &str = "HUAWEICLOUD_SDK_IAM_ENDPOINT";
const CREDENTIALS_FILE: &str = "HUAWEICLOUD_SDK_CREDENTIALS_FILE";
const ENDPOINT_PREFIX: &str = "HUAWEICLOUD_SDK_REGION_MODELARTS_";

// Huawei's SDKs do not know it. Their prefix is theirs to fill, so ours is the service's name.
const REGION: &str = "MODELARTS_REGION";

/// A source of variables: the environment of this process, or a function that maps names to values.
///
/// White space around a value is removed, and a blank value counts as not set. A value that is not
/// UTF-8, or contains a control character, is an error that names the variable.
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

type LookUp = dyn Fn(&str) -> Result<Option<String>, NotUtf8> + Send + Sync;

struct NotUtf8;

impl Environment {
    /// Returns the variables of this process. They are read each time they are needed.
    pub fn process() -> Self {
        Self(Arc::new(|name| match env::var(name) {
            Ok(value) => Ok(Some(value)),
            Err(VarError::NotPresent) => Ok(None),
            Err(VarError::NotUnicode(_)) => Err(NotUtf8),
        }))
    }

    /// Creates an environment from a function, such as the lookup in a map in a test.
    pub fn from_fn(look_up: impl Fn(&str) -> Option<String> + Send + Sync + 'static) -> Self {
        Self(Arc::new(move |name| Ok(look_up(name))))
    }

    /// The region to call (`MODELARTS_REGION`).
    pub(crate) fn region(&self) -> Result<Option<Setting>, String> {
        self.setting(REGION)
    }

    /// The endpoint that replaces the documented one of a region: for `cn-north-4` the first in
    /// `HUAWEICLOUD_SDK_REGION_MODELARTS_CN_NORTH_4`, which may list several.
    pub(crate) fn endpoint(&self, region: &str) -> Result<Option<Setting>, String> {
        let region = region.replace('-', "_").to_ascii_uppercase();
        let name = format!("{ENDPOINT_PREFIX}{region}");
        let Some(endpoints) = self.get(&name)? else { return Ok(None) };
        let mut endpoints = endpoints.split(',').map(str::trim);
        let first = endpoints.find(|endpoint| !endpoint.is_empty());
        Ok(first.map(|first| Setting { value: first.to_owned(), source: Some(name) }))
    }

    pub(super) fn iam_endpoint(&self) -> Result<Option<Setting>, String> {
        self.setting(IAM_ENDPOINT)
    }

    /// The credentials file named in the environment, or the one in the home directory; else the
    /// variables that would have to be set.
    pub(super) fn credentials_file(&self) -> Result<PathBuf, String> {
        if let Some(path) = self.get(CREDENTIALS_FILE)? {
            return Ok(path.into());
        }
        let home = if cfg!(windows) { "USERPROFILE" } else { "HOME" };
        match self.get(home)? {
            Some(home) => Ok([&home, ".huaweicloud", "credentials"].iter().collect()),
            None => Err(format!("neither {CREDENTIALS_FILE} nor {home} is set")),
        }
    }

    pub(super) fn setting(&self, name: &str) -> Result<Option<Setting>, String> {
        let value = self.get(name)?;
        Ok(value.map(|value| Setting { value, source: Some(name.to_owned()) }))
    }

    /// The value of a variable; none if it is not set or blank.
    pub(crate) fn get(&self, name: &str) -> Result<Option<String>, String> {
        let value = (self.0)(name).map_err(|NotUtf8| format!("{name} is not valid UTF-8"))?;
        let value = Zeroizing::new(value.unwrap_or_default());
        let value = value::trimmed(&value).map_err(|why| format!("{name} {why}"))?;
        Ok(value.map(str::to_owned))
    }
}

impl fmt::Debug for Environment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Environment").finish_non_exhaustive()
    }
}
