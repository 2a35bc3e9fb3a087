//! The log as one rotation has it: for itself, and only as long as its own record is there.

use std::error::Error as StdError;
use std::path::Path;

use tracing::warn;

use super::random_id::random_id;
use super::records::entry::{JournalEntry, Record};
use super::storage::disk;
use super::storage::file_error::{self, shown};
use super::storage::lease::{LOCK, Lease};
use super::storage::log::IntentLog;
use super::storage::paths::{are_same, resolve, with_suffix};
use super::storage::sink::SecretSink;
use crate::error::Error;

/// A log that one rotation has taken.
pub(super) struct Journal<'a> {
    log: &'a dyn IntentLog,
    holder: String,
    /// Lets the next rotation in when it is dropped.
    _lease: Lease<'a>,
}

impl<'a> Journal<'a> {
    /// Takes a log, and tells what an earlier rotation left in it.
    pub(super) async fn open(
        log: &'a dyn IntentLog,
        sink: Option<&dyn SecretSink>,
    ) -> Result<(Self, Option<Record>), Error> {
        let journal = Self::reopen(log, sink, random_id()).await?;
        let left = journal.load().await?;
        Ok((journal, left.map(|entry| entry.record)))
    }

    /// Takes a log again, after it was let go.
    pub(super) async fn reopen(
        log: &'a dyn IntentLog,
        sink: Option<&dyn SecretSink>,
        holder: String,
    ) -> Result<Self, Error> {
        if let Some((sink, log)) = sink.and_then(SecretSink::path).zip(log.path()) {
            check_apart(sink, log)?;
        }
        match log.lease().await {
            Ok(Some(lease)) => Ok(Self { log, holder, _lease: lease }),
            Ok(None) => Err(Error::not_sent(format!(
                "another rotation is using {}; try again when it has ended",
                name(log)
            ))),
            Err(error) => Err(failed(error)),
        }
    }

    pub(super) fn holder(&self) -> &str {
        &self.holder
    }

    /// Returns the name of the log in errors.
    pub(super) fn name(&self) -> String {
        name(self.log)
    }

    /// Records the first step, unless another rotation has begun meanwhile.
    pub(super) async fn begin(&self, record: Record) -> Result<(), Error> {
        match self.load().await? {
            Some(entry) if entry.holder != self.holder => Err(self.overtaken()),
            _ => self.take_over(record).await,
        }
    }

    /// Records the next step.
    pub(super) async fn record(&self, record: Record) -> Result<(), Error> {
        self.check().await?;
        self.take_over(record).await
    }

    /// Makes a record that an earlier rotation left an own one.
    pub(super) async fn take_over(&self, record: Record) -> Result<(), Error> {
        let entry = JournalEntry { holder: self.holder.clone(), record };
        let text = serde_json::to_string(&entry)
            .map_err(|_| Error::not_sent("the record cannot be written as JSON"))?;
        self.log.record(&text).await.map_err(failed)
    }

    /// Fails unless the log holds the record of this rotation.
    pub(super) async fn check(&self) -> Result<(), Error> {
        if self.is_own().await? { Ok(()) } else { Err(self.overtaken()) }
    }

    /// Removes the record. A record that stays is safe: resuming saves the same secret once
    /// more. So this fails only if another rotation has taken over.
    pub(super) async fn clear(&self) -> Result<(), Error> {
        let cleared = match self.is_own().await {
            Ok(false) => return Err(self.overtaken()),
            Ok(true) => self.log.clear().await.map_err(failed),
            Err(error) => Err(error),
        };
        if let Err(error) = cleared {
            warn!(%error, "record of a rotation not cleared");
        }
        Ok(())
    }

    async fn is_own(&self) -> Result<bool, Error> {
        Ok(self.load().await?.is_some_and(|entry| entry.holder == self.holder))
    }

    async fn load(&self) -> Result<Option<JournalEntry>, Error> {
        let Some(text) = self.log.load().await.map_err(failed)? else { return Ok(None) };
        let foreign = "has something that is not a record of a rotation; use another log, or \
                       clear it if you do not need it";
        let entry = JournalEntry::parse(&text);
        entry.map(Some).ok_or_else(|| Error::not_sent(format!("{} {foreign}", self.name())))
    }

    fn overtaken(&self) -> Error {
        Error::not_sent(format!(
            "{} no longer has the record of this rotation; another one has taken over, and what it \
             stored may be newer",
            self.name()
        ))
    }
}

fn failed(error: Box<dyn StdError + Send + Sync>) -> Error {
    Error::storing("the log", &*error, &[])
}

fn name(log: &dyn IntentLog) -> String {
    log.path().map_or_else(|| "the log".to_owned(), |path| format!("the log {}", shown(path)))
}

/// Refuses a secret store and a log that would write to one file, even to a temporary one.
fn check_apart(sink: &Path, log: &Path) -> Result<(), Error> {
    let find = |what: &str, path: &Path| {
        resolve(path).map_err(|error| Error::storing(what, &file_error::name(path, &error), &[]))
    };
    let (sink, log) = (find("the sink", sink)?, find("the log", log)?);
    let of_log = ["", disk::UNFINISHED, LOCK].map(|suffix| with_suffix(&log, suffix));
    let of_sink = ["", disk::UNFINISHED].map(|suffix| with_suffix(&sink, suffix));
    if of_sink.iter().any(|one| of_log.iter().any(|other| are_same(one, other))) {
        return Err(Error::not_sent(format!(
            "the sink {} and the log {} write to the same file; give each a path of its own",
            shown(&sink),
            shown(&log)
        )));
    }
    Ok(())
}
