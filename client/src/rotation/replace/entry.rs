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
    /// Creates another app named `new_name`, authorizes to it every API that the app may call, and
    /// stores its credentials in `sink`. The old app keeps working.
    ///
    /// Once callers use the new credentials,
    /// [`retire_replaced_app`](Self::retire_replaced_app) removes the old app. Until then there
    /// are two, and a user may have 5 unless a larger quota was granted.
    ///
    /// Each step is recorded in `log` before it is taken. After a failure, a crash or an unknown
    /// outcome, repeat the call to continue. Only one rotation or
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
    ///     outcome => eprintln!("{outcome}"), // describes the state and what to do
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

    /// Removes the authorizations of the app that was replaced, deletes it, and clears `log`.
    /// Returns the ID of the deleted app; `None` if `log` has no replacement.
    ///
    /// Call it when all callers use the new credentials, because those of the old app become
    /// invalid. Before that, it authorizes the APIs that were added to the old app in the meantime.
    ///
    /// # Errors
    ///
    /// The new app is not handed over yet, another rotation uses `log`, or a step failed. Repeat
    /// the call to continue.
    pub async fn retire_replaced_app(&self, log: &dyn IntentLog) -> Result<Option<AppId>, Error> {
        retire(&AppCalls::new(self), log).await
    }

    /// Blocking variant of [`retire_replaced_app`](Self::retire_replaced_app).
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

/// A replacement of [`Client::replace_app`], which is started by `send` or `.await`.
#[must_use = "nothing is replaced until it is sent"]
pub struct ReplaceApp<'a>(Replacer<'a>);

impl ReplaceApp<'_> {
    /// Sets the ID of the workspace of both apps; 0 if none was created. By default it is not sent.
    pub fn workspace_id(mut self, workspace_id: impl Into<String>) -> Self {
        self.0.parameters.workspace_id = Some(workspace_id.into());
        self
    }

    /// Sets whether to request secrets in plaintext when reading the new app (sic: the documented
    /// name lacks its first letter). By default it is not sent.
    ///
    /// If its AppSecret cannot be read, it is reset, because no caller uses it yet.
    pub fn iphertext_enabled(mut self, iphertext_enabled: bool) -> Self {
        self.0.parameters.iphertext_enabled = Some(iphertext_enabled);
        self
    }

    /// Sets limits for each call of this replacement.
    pub fn options(mut self, options: CallOptions) -> Self {
        self.0.calls.options = options;
        self
    }

    /// Replaces the app. If the future is dropped before it is ready, repeat the call to continue.
    pub async fn send(self) -> Replacement {
        self.0.run().await.unwrap_or_else(Replacement::Unchanged)
    }

    /// Replaces the app, and blocks this thread until the outcome is known.
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
