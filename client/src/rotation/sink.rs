//! Where a fresh AppSecret is stored.

use std::io;
use std::path::PathBuf;
use std::time::Duration;

use tokio::time::sleep;
use tracing::warn;

use super::{AppCredentials, Storing, disk};
use crate::{Error, secret};

/// Room that a first rehearsal needs, in bytes: more than credentials do.
const ROOM: usize = 4096;

/// How long to wait before each try of a sink.
const WAITS: [Duration; 4] =
    [Duration::ZERO, Duration::from_millis(200), Duration::from_secs(1), Duration::from_secs(5)];

/// Takes fresh credentials from a rotation, to a file, a vault or a database.
///
/// [`SecretFile`] is one. So is every closure like this, which is called without credentials for
/// the rehearsal:
///
/// ```
/// use std::io;
/// use std::sync::Mutex;
/// use modelarts_app_auth::{AppCredentials, SecretSink};
///
/// let kept = Mutex::new(None);
/// let sink = |fresh: Option<&AppCredentials>| -> io::Result<()> {
///     if let Some(fresh) = fresh {
///         *kept.lock().unwrap() = Some(fresh.clone());
///     }
///     Ok(())
/// };
/// let sink: &dyn SecretSink = &sink;
/// ```
pub trait SecretSink: Send + Sync {
    /// Does what [`save`](Self::save) will do, without changing what is stored, so that what would
    /// fail fails while the old AppSecret still works.
    fn rehearse(&self) -> Storing<'_>;

    /// Stores `fresh` in place of what was stored. When this is done, a crash of the machine must
    /// not undo it. It may be called again, also with the same credentials.
    fn save<'a>(&'a self, fresh: &'a AppCredentials) -> Storing<'a>;
}

impl<F> SecretSink for F
where
    F: Fn(Option<&AppCredentials>) -> io::Result<()> + Send + Sync,
{
    fn rehearse(&self) -> Storing<'_> {
        Box::pin(async { Ok(self(None)?) })
    }

    fn save<'a>(&'a self, fresh: &'a AppCredentials) -> Storing<'a> {
        Box::pin(async { Ok(self(Some(fresh))?) })
    }
}

/// A file with [`AppCredentials`] as JSON: `app_id`, `app_key` and `app_secret`.
///
/// The file is replaced as a whole, in its directory, which must be writable; a symbolic link is
/// replaced, not followed. Only its owner can read it (mode 0600).
#[derive(Clone, Debug)]
pub struct SecretFile(PathBuf);

impl SecretFile {
    /// A sink that writes to `path`, whose directory must be there.
    pub fn new(path: impl Into<PathBuf>) -> Self {
        Self(path.into())
    }
}

/// Writes on the thread of the caller: it is a few hundred bytes, and once in a rotation.
impl SecretSink for SecretFile {
    fn rehearse(&self) -> Storing<'_> {
        Box::pin(async { Ok(disk::rehearse(&self.0, ROOM)?) })
    }

    fn save<'a>(&'a self, fresh: &'a AppCredentials) -> Storing<'a> {
        Box::pin(async {
            let (json, _) = secret::to_exposed_json(fresh)?;
            Ok(disk::replace(&self.0, json.as_bytes())?)
        })
    }
}

pub(super) async fn rehearse(sink: &dyn SecretSink) -> Result<(), Error> {
    sink.rehearse().await.map_err(|error| Error::storing("the sink", &*error, &[]))
}

/// Stores `fresh`, with several tries.
pub(super) async fn save(sink: &dyn SecretSink, fresh: &AppCredentials) -> Result<(), Error> {
    let mut saved = Ok(());
    for wait in WAITS {
        sleep(wait).await;
        let Err(error) = sink.save(fresh).await else { return Ok(()) };
        let secrets = std::slice::from_ref(&fresh.app_secret);
        let error = Error::storing("the sink", &*error, secrets);
        warn!(app_id = %fresh.app_id, %error, "credentials not saved");
        saved = Err(error);
    }
    saved
}
