//! The default sources of credentials.

use std::future::ready;

use super::credential_set::Credentials;
use super::environment::Environment;
use super::file::CredentialsFile;
use super::iam::Iam;
use super::provider::{ProvideCredentials, ProvideFuture};
use super::variables::EnvironmentCredentials;
use super::variables::NotFound;
use crate::error::Error;

/// A provider that returns the first credentials it finds, in the order of Huawei's SDKs:
///
/// 1. [`EnvironmentCredentials`];
/// 2. [`CredentialsFile`] at `HUAWEICLOUD_SDK_CREDENTIALS_FILE`, or else at
///    `.huaweicloud/credentials` in the home directory.
///
/// If there are none, the error lists every place and what is missing there. If variables are set
/// and cannot be used, that is an error, and the file is not read.
#[derive(Clone, Debug)]
pub struct DefaultCredentials(Environment);

impl DefaultCredentials {
    /// Creates a provider that reads `environment`, and the file that it names, each time it is
    /// asked.
    pub fn new(environment: Environment) -> Self {
        Self(environment)
    }

    fn find(&self) -> Result<Credentials, Error> {
        let in_environment = match EnvironmentCredentials::new(self.0.clone()).find() {
            Ok(found) => return Ok(found),
            Err(NotFound::NotSet(missing)) => missing,
            Err(NotFound::Unusable(why)) => return Err(Error::credentials(why)),
        };
        let file = CredentialsFile::of(&self.0).and_then(|file| file.find());
        file.map_err(|in_file| {
            Error::credentials(format!(
                "none found: {in_environment}; {in_file}; set one, or give the client credentials"
            ))
        })
    }
}

impl ProvideCredentials for DefaultCredentials {
    fn provide<'a>(&'a self, _: &'a Iam) -> ProvideFuture<'a> {
        Box::pin(ready(self.find()))
    }
}
