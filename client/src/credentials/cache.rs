//! Keeps credentials as long as they are good, and fetches new ones once for all who wait.

use std::any::Any;
use std::collections::HashMap;
use std::fmt;
use std::panic::{AssertUnwindSafe, resume_unwind};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::SystemTime;

use futures_util::FutureExt;
use futures_util::future::{BoxFuture, Shared, WeakShared};
use tokio::runtime::{self, Handle};
use tokio::time::{Duration, Instant, timeout};
use tracing::debug;

use super::credential_set::Credentials;
use super::iam::Iam;
use super::provider::ProvideCredentials;
use crate::call::retry;
use crate::error::Error;

#[cfg(test)]
mod tests;

/// How long a provider may take.
const PATIENCE: Duration = Duration::from_secs(60);

/// How long a caller waits for new credentials while the old ones are still good.
const PATIENCE_WITH_VALID: Duration = Duration::from_secs(5);

/// How long to leave a provider alone after it failed while the old credentials are still good.
const PAUSE: Duration = Duration::from_secs(30);

/// The longest time before their end at which credentials are renewed.
const LARGEST_MARGIN: Duration = Duration::from_secs(30 * 60);

/// The credentials of one client. There is no background task: callers drive what is fetched.
pub(super) struct Cache {
    shared: Arc<CacheInner>,
}

struct CacheInner {
    provider: Arc<dyn ProvideCredentials>,
    iam: Arc<Iam>,
    state: Mutex<CacheState>,
}

#[derive(Default)]
struct CacheState {
    stored: Option<Stored>,
    /// One for each runtime, as what a fetch has begun there ends with that runtime. Weak, so that a
    /// fetch ends with the last caller who waits for it.
    fetches: HashMap<Option<runtime::Id>, WeakShared<Fetch>>,
}

#[derive(Clone)]
struct Stored {
    credentials: Arc<Credentials>,
    /// By the monotonic clock; none for credentials without an end.
    life: Option<Life>,
}

#[derive(Clone, Copy)]
struct Life {
    renew_at: Instant,
    end: Instant,
}

/// All callers poll the one future: dropping some of them does not stop it.
type Fetch = BoxFuture<'static, Result<Fetched, Panic>>;

type Fetched = Result<Arc<Credentials>, Error>;

/// The panic of a provider, for the one caller who takes it first.
type Panic = Arc<Mutex<Option<Box<dyn Any + Send>>>>;

/// What a caller has to do.
enum NextAction {
    Use(Arc<Credentials>),
    Renew(Arc<Credentials>, Shared<Fetch>),
    Wait(Shared<Fetch>),
}

impl Cache {
    pub(super) fn new(provider: Arc<dyn ProvideCredentials>, iam: Arc<Iam>) -> Self {
        Self { shared: Arc::new(CacheInner { provider, iam, state: Mutex::default() }) }
    }

    /// Credentials that are good now.
    ///
    /// # Panics
    ///
    /// If the provider panics, one of those who wait for it does, and another one asks again.
    pub(super) async fn get(&self) -> Fetched {
        loop {
            match self.shared.next_action() {
                NextAction::Use(credentials) => return Ok(credentials),
                NextAction::Wait(fetch) => match fetch.await {
                    Ok(fetched) => return fetched,
                    Err(panic) => resume(&panic),
                },
                NextAction::Renew(valid, fetch) => return self.renew(valid, fetch).await,
            }
        }
    }

    async fn renew(&self, valid: Arc<Credentials>, fetch: Shared<Fetch>) -> Fetched {
        match timeout(PATIENCE_WITH_VALID, fetch).await {
            Ok(Ok(Ok(renewed))) => return Ok(renewed),
            Ok(Ok(Err(error))) => {
                debug!(%error, "credentials could not be renewed, the old ones are still good");
            }
            Ok(Err(panic)) => resume(&panic),
            Err(_) => {
                debug!("credentials are slow to renew, the old ones are still good");
                self.shared.state().postpone();
            }
        }
        Ok(valid)
    }

    /// Forgets `refused`. Others that were fetched in the meantime stay.
    pub(super) fn invalidate(&self, refused: &Arc<Credentials>) {
        let mut state = self.shared.state();
        if state.stored.as_ref().is_some_and(|stored| Arc::ptr_eq(&stored.credentials, refused)) {
            state.stored = None;
        }
    }
}

impl CacheInner {
    fn next_action(self: &Arc<Self>) -> NextAction {
        let mut state = self.state();
        let now = Instant::now();
        if let Some(Stored { credentials, life }) = &state.stored
            && life.is_none_or(|life| now < life.renew_at.min(life.end))
        {
            return NextAction::Use(credentials.clone());
        }
        let running = state.fetches.get(&current_runtime()).and_then(WeakShared::upgrade);
        let valid = state.stored.as_ref().filter(|stored| stored.is_valid(now));
        match (valid.map(|stored| stored.credentials.clone()), running) {
            (Some(credentials), Some(_)) => NextAction::Use(credentials),
            (Some(credentials), None) => NextAction::Renew(credentials, self.start(&mut state)),
            (None, Some(running)) => NextAction::Wait(running),
            (None, None) => NextAction::Wait(self.start(&mut state)),
        }
    }

    fn start(self: &Arc<Self>, state: &mut CacheState) -> Shared<Fetch> {
        let runtime = current_runtime();
        let fetch = Arc::clone(self).fetch(runtime).boxed().shared();
        state.fetches.retain(|_, fetch| fetch.upgrade().is_some());
        state.fetches.extend(fetch.downgrade().map(|fetch| (runtime, fetch)));
        fetch
    }

    async fn fetch(self: Arc<Self>, runtime: Option<runtime::Id>) -> Result<Fetched, Panic> {
        let provided = AssertUnwindSafe(self.provide()).catch_unwind().await;
        let mut state = self.state();
        state.fetches.remove(&runtime);
        match provided {
            Ok(Ok(credentials)) => {
                let life = credentials.expires_at.and_then(Life::until);
                let credentials = Arc::new(credentials);
                state.stored = Some(Stored { credentials: credentials.clone(), life });
                Ok(Ok(credentials))
            }
            Ok(Err(error)) => {
                state.postpone();
                Ok(Err(error))
            }
            Err(panic) => {
                state.postpone();
                Err(Arc::new(Mutex::new(Some(panic))))
            }
        }
    }

    async fn provide(&self) -> Result<Credentials, Error> {
        let credentials = timeout(PATIENCE, self.provider.provide(&self.iam)).await;
        let credentials = credentials.unwrap_or_else(|_| {
            Err(Error::credentials(format!("none came within {} seconds", PATIENCE.as_secs())))
        })?;
        credentials.auth_method.check().map_err(|error| credentials.named(error))?;
        Ok(credentials)
    }

    fn state(&self) -> MutexGuard<'_, CacheState> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn current_runtime() -> Option<runtime::Id> {
    Handle::try_current().ok().map(|handle| handle.id())
}

/// Resumes a panic, unless another caller has.
fn resume(panic: &Panic) {
    let payload = panic.lock().unwrap_or_else(PoisonError::into_inner).take();
    if let Some(payload) = payload {
        resume_unwind(payload);
    }
}

impl Stored {
    fn is_valid(&self, now: Instant) -> bool {
        self.life.is_none_or(|life| now < life.end)
    }
}

impl CacheState {
    fn postpone(&mut self) {
        if let Some(Stored { life: Some(life), .. }) = &mut self.stored {
            life.renew_at = Instant::now() + jittered(PAUSE);
        }
    }
}

impl Life {
    /// None for an end so far away that no clock will see it.
    fn until(expiry: SystemTime) -> Option<Self> {
        let left = expiry.duration_since(SystemTime::now()).unwrap_or_default();
        let end = Instant::now().checked_add(left)?;
        Some(Self { renew_at: end - jittered((left / 10).min(LARGEST_MARGIN)), end })
    }
}

/// Between half of `duration` and all of it, so that clients which started together part.
fn jittered(duration: Duration) -> Duration {
    duration / 2 + retry::jitter(duration / 2)
}

impl fmt::Debug for Cache {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Cache").field(&self.shared.provider).finish()
    }
}
