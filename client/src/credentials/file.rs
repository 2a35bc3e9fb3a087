//! Credentials from the file that Huawei's SDKs read.

use std::fmt;
use std::future::ready;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use zeroize::Zeroizing;

use super::credential_set::Credentials;
use super::environment::Environment;
use super::iam::Iam;
use super::ini::{self, Line, Malformed};
use super::provider::{ProvideCredentials, ProvideFuture};
use super::value;
use crate::endpoint::Setting;
use crate::error::Error;
use crate::regular_file;

/// The section for services of a region, which ModelArts is one of.
const SECTION: &str = "basic";

/// The section's names which mean something to us.
const NAMES: [&str; 5] = ["ak", "sk", "security_token", "project_id", "iam_endpoint"];

/// Credentials from an INI file: an access key in `ak` and `sk` of the section `[basic]`.
///
/// ```ini
/// [basic]
/// ak = access key id
/// sk = secret access key
/// ```
///
/// `security_token` makes the key a temporary one; `project_id` and `iam_endpoint` set its project
/// and its IAM. The file is read each time the client requests credentials.
#[derive(Clone)]
pub struct CredentialsFile {
    path: PathBuf,
    /// Where the file names no IAM.
    iam_endpoint: Option<Setting>,
}

impl CredentialsFile {
    /// Creates a provider that reads the file at `path`, which need not exist yet.
    pub fn at(path: impl Into<PathBuf>) -> Self {
        Self { path: path.into(), iam_endpoint: None }
    }

    /// The file that `environment` points to, or what is not set there.
    pub(super) fn of(environment: &Environment) -> Result<Self, String> {
        let path = environment.credentials_file()?;
        Ok(Self { path, iam_endpoint: environment.iam_endpoint()? })
    }

    /// The credentials, or what is missing.
    pub(super) fn find(&self) -> Result<Credentials, String> {
        let path = self.path.display();
        let text = read(&self.path).map_err(|why| format!("file {path}: {why}"))?;
        match basic_section(&text) {
            Err(Malformed { line, why }) => Err(format!("file {path}, line {line}: {why}")),
            Ok(section) => {
                self.credentials(section).map_err(|missing| format!("file {path}: {missing}"))
            }
        }
    }

    fn credentials(&self, section: Option<Section<'_>>) -> Result<Credentials, String> {
        let Some([id, secret, security_token, project_id, iam_endpoint]) = section else {
            return Err(format!("no section [{SECTION}]"));
        };
        let (id, secret) = match (id, secret) {
            (Some(id), Some(secret)) => (id, secret),
            (None, None) => return Err(format!("neither ak nor sk in [{SECTION}]")),
            (Some(_), None) => return Err(format!("ak without sk in [{SECTION}]")),
            (None, Some(_)) => return Err(format!("sk without ak in [{SECTION}]")),
        };
        let security_token = security_token.map(Into::into);
        let mut found = Credentials::of_access_key(id.into(), secret.into(), security_token);
        let source = Some(format!("file {}", self.path.display()));
        let setting = |value: &str| Setting { value: value.to_owned(), source: source.clone() };
        found.project_id = project_id.map(setting);
        found.iam_endpoint = iam_endpoint.map(setting).or_else(|| self.iam_endpoint.clone());
        found.source = source;
        Ok(found)
    }
}

/// The values of [`NAMES`], in their order.
type Section<'a> = [Option<&'a str>; NAMES.len()];

/// A small file is read faster than another thread is asked to do it.
fn read(path: &Path) -> Result<Zeroizing<String>, String> {
    let contents = regular_file::read(path).map_err(|error| match error.kind() {
        ErrorKind::NotFound => "does not exist".to_owned(),
        _ => format!("cannot be read ({error})"),
    })?;
    match std::str::from_utf8(&contents) {
        Ok(text) => Ok(Zeroizing::new(text.to_owned())),
        Err(_) => Err("is not UTF-8".to_owned()),
    }
}

/// Reads the section [`SECTION`], if there is one. Names are compared without regard to case, an
/// empty value is none, and the rest of the file only has to be well-formed.
fn basic_section(text: &str) -> Result<Option<Section<'_>>, Malformed> {
    let mut section = None;
    let mut is_inside = false;
    for line in ini::lines(text) {
        match line? {
            (_, Line::Section(name)) => {
                is_inside = name == SECTION;
                if is_inside {
                    section.get_or_insert_default();
                }
            }
            (line, Line::Pair(name, value)) if is_inside => {
                let Some(index) = NAMES.iter().position(|known| known.eq_ignore_ascii_case(name))
                else {
                    continue;
                };
                let values: &mut Section<'_> = section.get_or_insert_default();
                if values[index].is_some() {
                    return Err(Malformed { line, why: "the name is given a second time" });
                }
                values[index] = value::trimmed(value).map_err(|why| Malformed { line, why })?;
            }
            (_, Line::Pair(..)) => {}
        }
    }
    Ok(section)
}

/// Leaves out the URL, which may hold a password until it is checked.
impl fmt::Debug for CredentialsFile {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("CredentialsFile").field("path", &self.path).finish_non_exhaustive()
    }
}

impl ProvideCredentials for CredentialsFile {
    fn provide<'a>(&'a self, _: &'a Iam) -> ProvideFuture<'a> {
        Box::pin(ready(self.find().map_err(Error::credentials)))
    }
}
