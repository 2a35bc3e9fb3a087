//! The calls that replace an app by another one, during which callers are never rejected.

use std::future::{Future, IntoFuture};
use std::pin::Pin;

use super::retire::retire;
use super::steps::Replacer;
use crate::call::options::CallOptions;
use crate::client::Client;
use crate::error::Error;
use crate::generated::values::{AppId, AppName};
use crate::rotation::calls::AppCalls;
use crate::rotation::common_parameters::CommonParameters;
use crate::rotation::outcomes::replacement::Replacement;
use crate::rotation::storage::log::IntentLog;
use crate::rotation::storage::sink::SecretSink;

impl Client {
    /// Makes another app called `new_name`, authorizes to it every API that the app may call, and
    /// hands its credentials to `sink`. The app itself keeps working.
    ///
    /// Once callers use the new credentials,
    /// [`retire_replaced_app`](Self::retire_replaced_app) removes the old app. Until then there
    /// are two, and a user may have 5 unless a larger quota was granted.
    ///
    /// Each step is recorded in `log` before it is taken. After a failure, a crash or an unknown
    /// outcome, the same call again goes on where this one stopped. Only one rotation or
    /// replacement at a time can use `log`, and `sink` must write to another file.
    ///
    /// ```no_run
    /// # async fn replace(client: modelarts_app_auth::Client) -> Result<(), modelarts_app_auth::Error> {
    /// use modelarts_app_auth::{IntentFile, Replacement, SecretFile};
    ///
    /// let sink = SecretFile::new("/var/lib/caller/app.json");
    /// let log = IntentFile::new("/var/lib/caller/replacement.json");
    /// let old = "fb1a9eadd87b48abbd74b8ba1755dffd";
    /// match client.replace_app(old, "app_2027", &sink, &log).await {
    ///     Replacement::HandedOver(new) => println!("app.json has the credentials of {new}"),
    ///     outcome => eprintln!("{outcome}"), // says what holds, and what to do
    /// }
    /// // Later, when every caller uses the new credentials:
    /// client.retire_replaced_app(&log).await?;
    /// # Ok(())
    /// # }
    /// ```
    pub fn replace_app<'a>(
        &self,
        app_id: impl Into<AppId>,
        new_name: impl Into<AppName>,
        sink: &'a dyn SecretSink,
        log: &'a dyn IntentLog,
    ) -> ReplaceApp<'a> {
        ReplaceApp(Replacer {
            calls: AppCalls::new(self),
            parameters: CommonParameters::default(),
            old: app_id.into(),
            new_name: new_name.into(),
            sink,
            log,
        })
    }

    /// Takes the APIs from the app that was replaced, deletes it, and clears `log`. Returns the id of
    /// the deleted app; none if `log` has no replacement.
    ///
    /// Call it when the credentials that were handed over are in use: those of the old app end.
    /// Before that, the new app gets the APIs that the old one has got in the meantime.
    ///
    /// # Errors
    ///
    /// The new app is not handed over yet, another rotation is using `log`, or a step failed; the
    /// same call again goes on from there.
    pub async fn retire_replaced_app(&self, log: &dyn IntentLog) -> Result<Option<AppId>, Error> {
        retire(&AppCalls::new(self), log).await
    }

    /// [`retire_replaced_app`](Self::retire_replaced_app) while this thread waits.
    ///
    /// # Errors
    ///
    /// The errors of `retire_replaced_app`. In async code it fails and sends nothing.
    #[cfg(feature = "blocking")]
    pub fn retire_replaced_app_blocking(
        &self,
        log: &dyn IntentLog,
    ) -> Result<Option<AppId>, Error> {
        crate::call::blocking::wait(self.retire_replaced_app(log))
    }
}

/// The replacement made by [`Client::replace_app`].
#[must_use = "nothing is replaced until it is sent"]
pub struct ReplaceApp<'a>(Replacer<'a>);

impl ReplaceApp<'_> {
    /// ID of the workspace of both apps; 0 where none was created.
    pub fn workspace_id(mut self, workspace_id: impl Into<String>) -> Self {
        self.0.parameters.workspace_id = Some(workspace_id.into());
        self
    }

    /// Whether to ask for secrets in plaintext when reading the new app. Not asked unless set.
    ///
    /// If its AppSecret cannot be read, it is reset: nobody uses it yet.
    pub fn iphertext_enabled(mut self, iphertext_enabled: bool) -> Self {
        self.0.parameters.iphertext_enabled = Some(iphertext_enabled);
        self
    }

    /// Sets limits for each call of this replacement.
    pub fn options(mut self, options: CallOptions) -> Self {
        self.0.calls.options = options;
        self
    }

    /// Replaces. Dropping the future on its way is like a crash: the same call goes on.
    pub async fn send(self) -> Replacement {
        self.0.run().await.unwrap_or_else(Replacement::Unchanged)
    }

    /// Replaces while this thread waits.
    #[cfg(feature = "blocking")]
    pub fn send_blocking(self) -> Replacement {
        crate::call::blocking::wait(self.0.run()).unwrap_or_else(Replacement::Unchanged)
    }
}

impl<'a> IntoFuture for ReplaceApp<'a> {
    type Output = Replacement;
    type IntoFuture = Pin<Box<dyn Future<Output = Replacement> + Send + 'a>>;

    fn into_future(self) -> Self::IntoFuture {
        Box::pin(self.send())
    }
}
