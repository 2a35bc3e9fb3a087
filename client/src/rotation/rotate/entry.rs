//! The calls that replace an AppSecret.

use std::future::{Future, IntoFuture};
use std::pin::Pin;

use super::reset::Rotator;
use super::steps::RotationRequest;
use crate::call::options::CallOptions;
use crate::client::Client;
use crate::error::Error;
use crate::generated::values::AppId;
use crate::rotation::calls::AppCalls;
use crate::rotation::common_parameters::CommonParameters;
use crate::rotation::outcomes::rotation::Rotation;
use crate::rotation::storage::log::IntentLog;
use crate::rotation::storage::sink::SecretSink;

impl Client {
    /// Replaces the AppSecret of an app, and stores the new one in `sink`.
    ///
    /// A reset makes the old AppSecret invalid at once, and its response has the only copy of the
    /// new one. Therefore the rotation has steps after each of which a working AppSecret can be
    /// found:
    ///
    /// 1. an earlier rotation that `log` records is completed, as by
    ///    [`resume_rotation`](Self::resume_rotation);
    /// 2. the AppSecret is read, to check that the service does not mask it;
    /// 3. `sink` does a dry run, so that a full disk is an error before the reset;
    /// 4. the reset is recorded in `log`, without the secret;
    /// 5. the reset is sent, once;
    /// 6. `sink` stores the new AppSecret, also from a response that is truncated or has another
    ///    form than documented;
    /// 7. `log` is cleared.
    ///
    /// During the rotation it holds the [lease](IntentLog::lease) of `log`. If another rotation holds
    /// it, or if `sink` and `log` write to the same file, nothing is sent or changed.
    ///
    /// If the response is lost, the AppSecret is read back for half a minute, and `sink` stores a
    /// changed one. The outcome is a [`Rotation`].
    ///
    /// ```no_run
    /// # fn keep(_: modelarts_app_auth::AppCredentials) {}
    /// # async fn rotate(client: modelarts_app_auth::Client) {
    /// use modelarts_app_auth::{IntentFile, Rotation, SecretFile};
    ///
    /// let sink = SecretFile::new("/var/lib/caller/app.json");
    /// let log = IntentFile::new("/var/lib/caller/rotation.json");
    /// match client.rotate_app_secret("fb1a9eadd87b48abbd74b8ba1755dffd", &sink, &log).await {
    ///     Rotation::Rotated => println!("app.json has the new AppSecret"),
    ///     Rotation::Unsaved(unsaved) => keep(unsaved.into_credentials()), // somewhere else
    ///     outcome => eprintln!("{outcome}"), // describes the state and what to do
    /// }
    /// # }
    /// ```
    pub fn rotate_app_secret<'a>(
        &self,
        app_id: impl Into<AppId>,
        sink: &'a dyn SecretSink,
        log: &'a dyn IntentLog,
    ) -> RotateAppSecret<'a> {
        RotateAppSecret(RotationRequest {
            calls: AppCalls::new(self),
            sink,
            log,
            app_id: app_id.into(),
            parameters: CommonParameters::default(),
            allows_unreadable: false,
        })
    }

    /// Completes the rotation that `log` records, after a crash or an unknown outcome, without
    /// another reset. Returns `None` if there is no such rotation.
    ///
    /// The AppSecret is read back and its fingerprint compared. `sink` stores a changed AppSecret;
    /// if it is the same for half a minute, it was not reset.
    ///
    /// ```no_run
    /// # async fn resume(client: modelarts_app_auth::Client) -> Result<(), modelarts_app_auth::Error> {
    /// use modelarts_app_auth::{IntentFile, SecretFile};
    ///
    /// let sink = SecretFile::new("/var/lib/caller/app.json");
    /// let log = IntentFile::new("/var/lib/caller/rotation.json");
    /// if let Some(outcome) = client.resume_rotation(&sink, &log).await? {
    ///     println!("{outcome}");
    /// }
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    ///
    /// `log` cannot be read, another rotation is using it, it is also the file of `sink`, or its
    /// record is not a rotation in the project of this client.
    pub async fn resume_rotation(
        &self,
        sink: &dyn SecretSink,
        log: &dyn IntentLog,
    ) -> Result<Option<Rotation>, Error> {
        match Rotator::open(AppCalls::new(self), sink, log).await? {
            (rotator, Some(intent)) => rotator.resume(intent).await.map(Some),
            (_, None) => Ok(None),
        }
    }

    /// Blocking variant of [`resume_rotation`](Self::resume_rotation).
    ///
    /// # Errors
    ///
    /// The errors of `resume_rotation`. In async code it fails and sends nothing.
    #[cfg(feature = "blocking")]
    pub fn resume_rotation_blocking(
        &self,
        sink: &dyn SecretSink,
        log: &dyn IntentLog,
    ) -> Result<Option<Rotation>, Error> {
        crate::call::blocking::wait(self.resume_rotation(sink, log))
    }
}

/// A rotation of [`rotate_app_secret`](crate::Client::rotate_app_secret), which is started by
/// `send` or `.await`.
#[must_use = "nothing is rotated until it is sent"]
pub struct RotateAppSecret<'a>(RotationRequest<'a>);

impl RotateAppSecret<'_> {
    /// Sets the ID of the workspace of the app; 0 if none was created. By default it is not sent.
    pub fn workspace_id(mut self, workspace_id: impl Into<String>) -> Self {
        self.0.parameters.workspace_id = Some(workspace_id.into());
        self
    }

    /// Sets whether to request secrets in plaintext when reading back (sic: the documented name
    /// lacks its first letter). By default it is not sent.
    pub fn iphertext_enabled(mut self, iphertext_enabled: bool) -> Self {
        self.0.parameters.iphertext_enabled = Some(iphertext_enabled);
        self
    }

    /// Rotates even if the AppSecret cannot be read back, because the service masks it.
    ///
    /// If the response to the reset is lost, the new AppSecret is lost, too, and only another reset
    /// returns a valid one.
    pub fn allow_unreadable(mut self) -> Self {
        self.0.allows_unreadable = true;
        self
    }

    /// Sets limits for each call of this rotation.
    pub fn options(mut self, options: CallOptions) -> Self {
        self.0.calls.options = options;
        self
    }

    /// Rotates. If the future is dropped before it is ready, resume the rotation from the log.
    pub async fn send(self) -> Rotation {
        self.0.run().await.unwrap_or_else(Rotation::Unchanged)
    }

    /// Rotates, and blocks this thread until the outcome is known.
    #[cfg(feature = "blocking")]
    pub fn send_blocking(self) -> Rotation {
        crate::call::blocking::wait(self.0.run()).unwrap_or_else(Rotation::Unchanged)
    }
}

impl<'a> IntoFuture for RotateAppSecret<'a> {
    type Output = Rotation;
    type IntoFuture = Pin<Box<dyn Future<Output = Rotation> + Send + 'a>>;

    fn into_future(self) -> Self::IntoFuture {
        Box::pin(self.send())
    }
}
