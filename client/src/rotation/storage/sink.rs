//! The secret store, into which a rotation writes a new AppSecret.

use std::io;
use std::path::{Path, PathBuf};

use super::store_future::StoreFuture;
use super::{disk, file_error};
use crate::rotation::app::AppCredentials;
use crate::secret;

/// The size of what a dry run writes where there is no file yet, in bytes: more than credentials.
const PROBE_SIZE: usize = 4096;

/// A secret store: takes new credentials from a rotation, and writes them to a file, a vault or a
/// database.
///
/// [`SecretFile`] implements it. So does every closure like this, which is called without
/// credentials for the dry run:
///
/// ```
/// use std::io;
/// use std::sync::Mutex;
/// use modelarts_app_auth::{AppCredentials, SecretSink};
///
/// let kept = Mutex::new(None);
/// let sink = |credentials: Option<&AppCredentials>| -> io::Result<()> {
///     if let Some(credentials) = credentials {
///         *kept.lock().unwrap() = Some(credentials.clone());
///     }
///     Ok(())
/// };
/// let sink: &dyn SecretSink = &sink;
/// ```
pub trait SecretSink: Send + Sync {
    /// Does what [`save`](Self::save) will do, without changing the stored credentials, so that
    /// errors occur while the old AppSecret is still valid.
    fn dry_run(&self) -> StoreFuture<'_>;

    /// Replaces the stored credentials with `credentials`. After the future is ready, a crash of
    /// the machine must not undo it. It may be called again with the same credentials.
    fn save<'a>(&'a self, credentials: &'a AppCredentials) -> StoreFuture<'a>;

    /// Returns the path of the file that this store writes. `None`, the default, if it is not a
    /// file.
    ///
    /// A rotation refuses an [`IntentLog`](crate::IntentLog) that writes the same file. A store
    /// that wraps another one must forward this.
    fn path(&self) -> Option<&Path> {
        None
    }
}

impl<F> SecretSink for F
where
    F: Fn(Option<&AppCredentials>) -> io::Result<()> + Send + Sync,
{
    fn dry_run(&self) -> StoreFuture<'_> {
        Box::pin(async { Ok(self(None)?) })
    }

    fn save<'a>(&'a self, credentials: &'a AppCredentials) -> StoreFuture<'a> {
        Box::pin(async { Ok(self(Some(credentials))?) })
    }
}

/// A file with [`AppCredentials`] as JSON: `app_id`, `app_key` and `app_secret`.
///
/// The file is replaced as a whole, in its directory, which must be writable. On Unix a new file
/// can be read by its owner only (mode 0600), and an existing one keeps its owner, group and mode;
/// if the system does not allow that, the dry run fails. Access control lists and extended
/// attributes are not kept, and other hard links to the file keep the previous credentials.
///
/// A symbolic link stays: the file that it points to is replaced. Other files than regular
/// ones, such as a directory, a FIFO or a device, are refused, and so is a file of more than 1 MiB.
#[derive(Clone, Debug)]
pub struct SecretFile(PathBuf);

impl SecretFile {
    /// Creates a store that writes to `path`, whose directory must exist.
    pub fn new(path: impl Into<PathBuf>) -> Self {
        Self(path.into())
    }
}

/// Writes on the thread of the caller: it is a few hundred bytes, and once in a rotation.
impl SecretSink for SecretFile {
    fn dry_run(&self) -> StoreFuture<'_> {
        Box::pin(async {
            Ok(disk::dry_run(&self.0, PROBE_SIZE)
                .map_err(|error| file_error::name(&self.0, &error))?)
        })
    }

    fn save<'a>(&'a self, credentials: &'a AppCredentials) -> StoreFuture<'a> {
        Box::pin(async {
            let (json, _) = secret::to_exposed_json(credentials)?;
            let saved = disk::replace(&self.0, json.as_bytes());
            Ok(saved.map_err(|error| file_error::name(&self.0, &error))?)
        })
    }

    fn path(&self) -> Option<&Path> {
        Some(&self.0)
    }
}
