//! The log that records a rotation in progress.

use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use super::lease::{self, Lease};
use super::store_future::StoreFuture;
use super::{disk, file_error, paths};
use crate::rotation::records::entry::JournalEntry;

/// The log of a rotation: holds the record of at most one. Use one log for each app.
///
/// [`IntentFile`] implements it, and so does `Mutex<Option<String>>` for trials, which loses the
/// record in a crash. A record is a line of JSON without secrets, which fits into a column of a
/// database.
///
/// Two rotations of one app at the same time, such as those of two replicas or of a cron job that
/// overlaps with itself, would each make the other's AppSecret invalid. [`lease`](Self::lease)
/// excludes the second one. A log that wraps another one must forward it, and
/// [`path`](Self::path), too.
pub trait IntentLog: Send + Sync {
    /// Reads the record; `None` after [`clear`](Self::clear), or if there never was one.
    fn load(&self) -> StoreFuture<'_, Option<String>>;

    /// Writes `record` in place of the previous one. After the future is ready, a crash of the
    /// machine must not undo it.
    fn record<'a>(&'a self, record: &'a str) -> StoreFuture<'a>;

    /// Removes the record.
    fn clear(&self) -> StoreFuture<'_>;

    /// Locks the log for one rotation, until the lease is dropped. Returns `None` at once if
    /// another rotation holds the lease; the rotation that asked then fails and changes nothing.
    ///
    /// A lease must exclude every process that uses the same record, and must end when its process
    /// ends, so that a crash does not block the next rotation. The lock of a database session does
    /// both: `pg_try_advisory_lock` on a connection that the lease owns. A row with an expiry time
    /// does too, if a background task that the lease owns renews it.
    ///
    /// The default excludes only rotations in this process that use this very value. A log that
    /// other processes or other values share must implement this method.
    ///
    /// Before each save and each clear, a rotation also checks that the log still holds its own
    /// record. If a lease expires too early, or excludes too little, the rotation that was
    /// overtaken does not save, and returns its AppSecret as [`Unsaved`](crate::Rotation::Unsaved).
    /// This is not as safe as a lease: the other rotation can take over between the check and the
    /// save, and of two resets at the same time the first to be saved can be the last to take
    /// effect. Then the stored AppSecret is no longer valid, and another rotation is needed.
    fn lease(&self) -> StoreFuture<'_, Option<Lease<'_>>> {
        Box::pin(async { Ok(lease::of_value(self)) })
    }

    /// Returns the path of the file that this log writes. `None`, the default, if it is not a file.
    ///
    /// A rotation names it in errors, and refuses a [`SecretSink`](crate::SecretSink) that writes
    /// the same file.
    fn path(&self) -> Option<&Path> {
        None
    }
}

/// A log in a file of its own, which exists only while it has a record.
///
/// The file is replaced as a whole and written to the disk before anything is sent. A new file can
/// be read by its owner only; see [`SecretFile`](crate::SecretFile) for an existing one. A file
/// that contains anything else than a record is never overwritten or removed.
///
/// While a rotation uses the log, it holds a lock on an empty file next to it, whose name ends with
/// `.lock`. The lock ends with its process. The file stays and has no effect.
#[derive(Clone, Debug)]
pub struct IntentFile(PathBuf);

impl IntentFile {
    /// Creates a log at `path`, whose directory must exist.
    pub fn new(path: impl Into<PathBuf>) -> Self {
        Self(path.into())
    }

    /// What the file holds, if that is a record.
    fn read(&self) -> std::io::Result<Option<String>> {
        let Some(contents) = disk::read(&self.0)? else { return Ok(None) };
        let text =
            str::from_utf8(&contents).ok().filter(|text| JournalEntry::parse(text).is_some());
        text.map(|text| Some(text.to_owned())).ok_or_else(|| std::io::Error::other(FOREIGN))
    }

    /// Does this only to a record, and names the file if it fails.
    fn with<T>(
        &self,
        work: impl FnOnce(Option<String>) -> std::io::Result<T>,
    ) -> std::io::Result<T> {
        self.read().and_then(work).map_err(|error| file_error::name(&self.0, &error))
    }
}

/// Why the contents of a log are not touched.
const FOREIGN: &str = "expected a record of a rotation, found something else; \
                       use another path, or remove the file if you do not need it";

impl IntentLog for IntentFile {
    fn load(&self) -> StoreFuture<'_, Option<String>> {
        Box::pin(async { Ok(self.with(Ok)?) })
    }

    fn record<'a>(&'a self, record: &'a str) -> StoreFuture<'a> {
        Box::pin(async { Ok(self.with(|_| disk::replace(&self.0, record.as_bytes()))?) })
    }

    fn clear(&self) -> StoreFuture<'_> {
        Box::pin(async { Ok(self.with(|_| disk::remove(&self.0))?) })
    }

    fn lease(&self) -> StoreFuture<'_, Option<Lease<'_>>> {
        Box::pin(async {
            let path =
                paths::resolve(&self.0).map_err(|error| file_error::name(&self.0, &error))?;
            Ok(lease::of_file(&path)?)
        })
    }

    fn path(&self) -> Option<&Path> {
        Some(&self.0)
    }
}

impl IntentLog for Mutex<Option<String>> {
    fn load(&self) -> StoreFuture<'_, Option<String>> {
        Box::pin(async { Ok(self.lock().unwrap_or_else(PoisonError::into_inner).clone()) })
    }

    fn record<'a>(&'a self, record: &'a str) -> StoreFuture<'a> {
        Box::pin(async {
            *self.lock().unwrap_or_else(PoisonError::into_inner) = Some(record.to_owned());
            Ok(())
        })
    }

    fn clear(&self) -> StoreFuture<'_> {
        Box::pin(async {
            *self.lock().unwrap_or_else(PoisonError::into_inner) = None;
            Ok(())
        })
    }
}
