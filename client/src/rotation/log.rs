//! Where a rotation under way is recorded.

use std::fs;
use std::io;
use std::path::PathBuf;
use std::sync::{Mutex, PoisonError};

use serde::{Deserialize, Serialize};

use super::blue_green::Handover;
use super::{Intent, Storing, disk};
use crate::Error;

/// Holds the record of at most one rotation. Use one log for each app, and one process at a time.
///
/// [`IntentFile`] is one, and `Mutex<Option<String>>` is one for trials, which forgets everything
/// in a crash. A record is a line of JSON, such as a column of a database takes, with no secret in
/// it.
pub trait IntentLog: Send + Sync {
    /// Reads the record; none after [`clear`](Self::clear), or if there never was one.
    fn load(&self) -> Storing<'_, Option<String>>;

    /// Writes `record` in place of what was there. When this is done, a crash of the machine must
    /// not undo it.
    fn record<'a>(&'a self, record: &'a str) -> Storing<'a>;

    /// Removes the record.
    fn clear(&self) -> Storing<'_>;
}

/// A log in a file of its own, which comes and goes with the record.
///
/// The file is replaced as a whole, written to the disk before anything is sent, and only its owner
/// can read it.
#[derive(Clone, Debug)]
pub struct IntentFile(PathBuf);

impl IntentFile {
    /// A log at `path`, whose directory must be there.
    pub fn new(path: impl Into<PathBuf>) -> Self {
        Self(path.into())
    }
}

impl IntentLog for IntentFile {
    fn load(&self) -> Storing<'_, Option<String>> {
        Box::pin(async {
            match fs::read_to_string(&self.0) {
                Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
                read => Ok(Some(read?)),
            }
        })
    }

    fn record<'a>(&'a self, record: &'a str) -> Storing<'a> {
        Box::pin(async { Ok(disk::replace(&self.0, record.as_bytes())?) })
    }

    fn clear(&self) -> Storing<'_> {
        Box::pin(async { Ok(disk::remove(&self.0)?) })
    }
}

impl IntentLog for Mutex<Option<String>> {
    fn load(&self) -> Storing<'_, Option<String>> {
        Box::pin(async { Ok(self.lock().unwrap_or_else(PoisonError::into_inner).clone()) })
    }

    fn record<'a>(&'a self, record: &'a str) -> Storing<'a> {
        Box::pin(async {
            *self.lock().unwrap_or_else(PoisonError::into_inner) = Some(record.to_owned());
            Ok(())
        })
    }

    fn clear(&self) -> Storing<'_> {
        Box::pin(async {
            *self.lock().unwrap_or_else(PoisonError::into_inner) = None;
            Ok(())
        })
    }
}

/// What a log holds.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Record {
    Reset(Intent),
    Replace(Handover),
}

pub(super) async fn load(log: &dyn IntentLog) -> Result<Option<Record>, Error> {
    let Some(text) = log.load().await.map_err(|error| Error::storing("the log", &*error, &[]))?
    else {
        return Ok(None);
    };
    let record = serde_json::from_str(&text);
    let foreign = |_| Error::not_sent("the log has something that is not a record of a rotation");
    record.map(Some).map_err(foreign)
}

pub(super) async fn record(log: &dyn IntentLog, record: &Record) -> Result<(), Error> {
    let text = serde_json::to_string(record)
        .map_err(|_| Error::not_sent("the record cannot be written as JSON"))?;
    log.record(&text).await.map_err(|error| Error::storing("the log", &*error, &[]))
}
