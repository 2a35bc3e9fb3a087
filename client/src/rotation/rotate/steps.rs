//! The steps before the reset, in an order in which no failure loses a secret.

use std::ops::ControlFlow::{self, Break, Continue};

use super::reset::Rotator;
use crate::error::Error;
use crate::generated::values::AppId;
use crate::rotation::calls::AppCalls;
use crate::rotation::common_parameters::CommonParameters;
use crate::rotation::outcomes::rotation::Rotation;
use crate::rotation::records::entry::Record;
use crate::rotation::records::intent::Intent;
use crate::rotation::save;
use crate::rotation::storage::log::IntentLog;
use crate::rotation::storage::sink::SecretSink;

/// What a caller wants to be rotated, and how.
pub(super) struct RotationRequest<'a> {
    pub(super) calls: AppCalls,
    pub(super) sink: &'a dyn SecretSink,
    pub(super) log: &'a dyn IntentLog,
    pub(super) app_id: AppId,
    pub(super) parameters: CommonParameters,
    pub(super) allows_unreadable: bool,
}

impl RotationRequest<'_> {
    /// An error means that nothing was changed.
    pub(super) async fn run(self) -> Result<Rotation, Error> {
        let Self { calls, sink, log, app_id, parameters, allows_unreadable } = self;
        let (rotator, left) = Rotator::open(calls, sink, log).await?;
        let is_doubtful = match left {
            None => false,
            Some(intent) => {
                intent.check_app(&app_id, &rotator.journal.name())?;
                match finish(&rotator, intent, allows_unreadable).await? {
                    Continue(is_doubtful) => is_doubtful,
                    Break(outcome) => return Ok(outcome),
                }
            }
        };
        let app = rotator.calls.show(&app_id, &parameters).await?;
        let project_id = rotator.calls.project_id().await?;
        let mut intent = Intent::new(project_id, app_id, parameters);
        match app.readable() {
            Ok(current) if is_doubtful => {
                save::save(sink, &current, &rotator.journal).await?;
                intent.note(&current.app_secret);
            }
            Ok(current) => intent.note(&current.app_secret),
            Err(_) if allows_unreadable => intent.is_doubtful = is_doubtful,
            Err(unreadable) => return Err(unreadable),
        }
        let name = app.name()?;
        save::dry_run(sink).await?;
        rotator.journal.begin(Record::Reset(intent.clone())).await?;
        Ok(rotator.reset(intent, name, app.key()).await)
    }
}

/// Completes the rotation that the log records. Returns whether its outcome stays unknown.
async fn finish(
    rotator: &Rotator<'_>,
    left: Intent,
    allows_unreadable: bool,
) -> Result<ControlFlow<Rotation, bool>, Error> {
    Ok(match rotator.resume(left).await? {
        Rotation::Rotated | Rotation::Unchanged(_) => Continue(false),
        // Nobody can tell, ever; and nothing is on its way any more.
        Rotation::Unknown { intent, .. } if allows_unreadable || !intent.is_comparable() => {
            Continue(true)
        }
        outcome => Break(outcome),
    })
}
