//! The record of a replacement, from step to step.

use crate::error::Error;
use crate::rotation::calls::AppCalls;
use crate::rotation::journal::Journal;
use crate::rotation::records::entry::Record;
use crate::rotation::records::replacement::{ReplacementRecord, ReplacementStep};
use crate::rotation::storage::log::IntentLog;
use crate::rotation::storage::sink::SecretSink;

/// Takes the log, and finds the replacement that it has as begun.
pub(super) async fn open<'a>(
    calls: &AppCalls,
    log: &'a dyn IntentLog,
    sink: Option<&dyn SecretSink>,
) -> Result<(Journal<'a>, Option<ReplacementRecord>), Error> {
    let (journal, left) = Journal::open(log, sink).await?;
    let refuse = |why| Err(Error::not_sent(format!("{} has {why}", journal.name())));
    let left = match left {
        None => None,
        Some(Record::Replace(record)) => Some(record),
        Some(Record::Reset(_)) => return refuse("an open rotation; resume it"),
    };
    if let Some(record) = &left
        && record.project_id != calls.project_id().await?
    {
        return refuse("a replacement in another project");
    }
    Ok((journal, left))
}

/// Continues a replacement that the log records.
pub(super) async fn take_over(
    record: &ReplacementRecord,
    journal: &Journal<'_>,
) -> Result<(), Error> {
    journal.take_over(Record::Replace(record.clone())).await
}

/// Records that `step` is about to be taken.
pub(super) async fn advance(
    record: &mut ReplacementRecord,
    step: ReplacementStep,
    journal: &Journal<'_>,
) -> Result<(), Error> {
    record.step = step;
    journal.record(Record::Replace(record.clone())).await
}
