//! From a request to rotate to the reset, in the order that loses nothing.

use std::future::{Future, IntoFuture};
use std::ops::ControlFlow::{self, Break, Continue};
use std::pin::Pin;

use super::reset::Rotator;
use crate::rotation::calls::{Calls, Scope};
use crate::rotation::journal::Record;
use crate::rotation::storage::sink;
use crate::rotation::{Intent, IntentLog, Rotation, SecretSink};
use crate::{AppId, CallOptions, Error};

/// The rotation made by [`rotate_app_secret`](crate::Client::rotate_app_secret).
#[must_use = "nothing is rotated until it is sent"]
pub struct RotateAppSecret<'a> {
    pub(super) calls: Calls,
    pub(super) sink: &'a dyn SecretSink,
    pub(super) log: &'a dyn IntentLog,
    pub(super) app_id: AppId,
    pub(super) scope: Scope,
    pub(super) allows_unreadable: bool,
}

impl RotateAppSecret<'_> {
    /// ID of the workspace of the app; 0 where none was created.
    pub fn workspace_id(mut self, workspace_id: impl Into<String>) -> Self {
        self.scope.workspace_id = Some(workspace_id.into());
        self
    }

    /// Whether to ask for secrets in plaintext when reading back. Not asked unless set.
    pub fn iphertext_enabled(mut self, iphertext_enabled: bool) -> Self {
        self.scope.iphertext_enabled = Some(iphertext_enabled);
        self
    }

    /// Rotates even if the AppSecret cannot be read back, because the service masks it.
    ///
    /// Should the answer to the reset be lost then, the fresh AppSecret is lost with it, and only
    /// another reset gives a working one.
    pub fn allow_unreadable(mut self) -> Self {
        self.allows_unreadable = true;
        self
    }

    /// Sets limits for each call of this rotation.
    pub fn options(mut self, options: CallOptions) -> Self {
        self.calls.options = options;
        self
    }

    /// Rotates. Dropping the future on its way is like a crash: resume from the log.
    pub async fn send(self) -> Rotation {
        self.run().await.unwrap_or_else(Rotation::Unchanged)
    }

    /// Rotates while this thread waits.
    #[cfg(feature = "blocking")]
    pub fn send_blocking(self) -> Rotation {
        crate::call::blocking::wait(self.run()).unwrap_or_else(Rotation::Unchanged)
    }

    /// An error means that nothing was changed.
    async fn run(self) -> Result<Rotation, Error> {
        let Self { calls, sink, log, app_id, scope, allows_unreadable } = self;
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
        let app = rotator.calls.show(&app_id, &scope).await?;
        let project_id = rotator.calls.project_id().await?;
        let mut intent = Intent::new(project_id, app_id, scope);
        match app.readable() {
            Ok(current) if is_doubtful => {
                sink::save(sink, &current, &rotator.journal).await?;
                intent.note(&current.app_secret);
            }
            Ok(current) => intent.note(&current.app_secret),
            Err(_) if allows_unreadable => intent.is_doubtful = is_doubtful,
            Err(unreadable) => return Err(unreadable),
        }
        let name = app.name()?;
        sink::rehearse(sink).await?;
        rotator.journal.begin(Record::Reset(intent.clone())).await?;
        Ok(rotator.reset(intent, name, app.key()).await)
    }
}

/// Finishes what the log has as begun. Goes on with whether its outcome stays in doubt.
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

impl<'a> IntoFuture for RotateAppSecret<'a> {
    type Output = Rotation;
    type IntoFuture = Pin<Box<dyn Future<Output = Rotation> + Send + 'a>>;

    fn into_future(self) -> Self::IntoFuture {
        Box::pin(self.send())
    }
}
