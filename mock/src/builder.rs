//! What a service is started with.

use std::io;
use std::time::SystemTime;

use crate::contract::Contract;
use crate::mock_modelarts::MockModelArts;
use crate::settings::{EmptyLists, OffsetCounts, SecretsOnRead, Settings, UpdatedApps};
use crate::state::State;

/// Settings of a [`MockModelArts`]; each has a default.
///
/// ```
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> std::io::Result<()> {
/// use modelarts_app_auth_mock::{MockModelArts, OffsetCounts, SecretsOnRead};
///
/// let mock = MockModelArts::builder()
///     .secrets(SecretsOnRead::Masked)
///     .offset(OffsetCounts::Items)
///     .start()
///     .await?;
/// # Ok(())
/// # }
/// ```
#[derive(Default)]
pub struct Builder {
    settings: Settings,
    state: State,
    seed: Option<u64>,
    port: u16,
}

impl MockModelArts {
    /// Starts a mock server with default settings on a free port, in tasks of the current tokio
    /// runtime.
    ///
    /// # Errors
    ///
    /// No port is free.
    pub async fn start() -> io::Result<Self> {
        Self::builder().start().await
    }

    /// Returns a builder, with which other settings can be chosen.
    pub fn builder() -> Builder {
        Builder::default()
    }
}

impl Builder {
    /// How reads show secrets.
    pub fn secrets(mut self, secrets: SecretsOnRead) -> Self {
        self.settings.secrets = secrets;
        self
    }

    /// What the parameter `offset` counts.
    pub fn offset(mut self, offset: OffsetCounts) -> Self {
        self.settings.offset = offset;
        self
    }

    /// How a list without items is written.
    pub fn empty_lists(mut self, empty_lists: EmptyLists) -> Self {
        self.settings.empty_lists = empty_lists;
        self
    }

    /// What `UpdateAuthApiToApigApps` does to the apps of before.
    pub fn updated_apps(mut self, updated_apps: UpdatedApps) -> Self {
        self.settings.updated_apps = updated_apps;
        self
    }

    /// How many apps a user may have. 5 unless set.
    pub fn quota(mut self, apps: usize) -> Self {
        self.settings.quota = apps;
        self
    }

    /// How many items a page has at most, even if `limit` asks for more. No limit unless set.
    pub fn largest_page(mut self, items: usize) -> Self {
        self.settings.largest_page = items;
        self
    }

    /// What time it is. The clock of the machine unless set.
    pub fn clock(mut self, now: impl Fn() -> SystemTime + Send + Sync + 'static) -> Self {
        self.settings.clock = Box::new(now);
        self
    }

    /// What the service knows at first.
    pub fn state(mut self, state: State) -> Self {
        self.state = state;
        self
    }

    /// Makes IDs and secrets the same each time.
    pub fn seed(mut self, seed: u64) -> Self {
        self.seed = Some(seed);
        self
    }

    /// The port to listen on. A free one unless set.
    pub fn port(mut self, port: u16) -> Self {
        self.port = port;
        self
    }

    /// Starts the service on 127.0.0.1, in tasks of the current tokio runtime.
    ///
    /// # Errors
    ///
    /// The port is taken.
    pub async fn start(self) -> io::Result<MockModelArts> {
        let rng = self.seed.map_or_else(fastrand::Rng::new, fastrand::Rng::with_seed);
        let contract = Contract::openapi().map_err(io::Error::other)?;
        MockModelArts::serve(contract, self.settings, self.state, rng, self.port).await
    }
}
