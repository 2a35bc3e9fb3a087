//! The settings of a mock server.

use std::io;
use std::sync::Arc;
use std::time::SystemTime;

use spec::Source;

use crate::contract::Contract;
use crate::invalid_document::InvalidDocument;
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
    contract: Option<Arc<Contract>>,
    seed: Option<u64>,
    port: u16,
    no_control: bool,
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
    /// Sets how reads show secrets. By default they are in plaintext.
    pub fn secrets(mut self, secrets: SecretsOnRead) -> Self {
        self.settings.secrets = secrets;
        self
    }

    /// Sets what the parameter `offset` counts. The default is pages.
    pub fn offset(mut self, offset: OffsetCounts) -> Self {
        self.settings.offset = offset;
        self
    }

    /// Sets how a list without items is written. The default is `[]`.
    pub fn empty_lists(mut self, empty_lists: EmptyLists) -> Self {
        self.settings.empty_lists = empty_lists;
        self
    }

    /// Sets whether the apps of `UpdateAuthApiToApigApps` replace the authorized ones, which is the
    /// default, or are added to them.
    pub fn updated_apps(mut self, updated_apps: UpdatedApps) -> Self {
        self.settings.updated_apps = updated_apps;
        self
    }

    /// Sets how many apps a user may have. The default is 5.
    pub fn quota(mut self, apps: usize) -> Self {
        self.settings.quota = apps;
        self
    }

    /// Limits how many items a page has, even if `limit` asks for more. By default there is no
    /// limit.
    pub fn largest_page(mut self, items: usize) -> Self {
        self.settings.largest_page = items;
        self
    }

    /// Sets the time of the server. By default it is the clock of this machine.
    pub fn clock(mut self, now: impl Fn() -> SystemTime + Send + Sync + 'static) -> Self {
        self.settings.clock = Box::new(now);
        self
    }

    /// Sets the initial state. The default is that of [`State::default`].
    pub fn state(mut self, state: State) -> Self {
        self.state = state;
        self
    }

    /// Serves another OpenAPI document than [`OPENAPI`](crate::OPENAPI). `name` is its name in
    /// messages; a name that ends in `.json` admits only JSON.
    ///
    /// # Errors
    ///
    /// The document cannot be served; the error says why and where.
    pub fn document(
        mut self,
        name: &str,
        text: impl Into<Vec<u8>>,
    ) -> Result<Self, InvalidDocument> {
        let contract = Contract::read(&Source::from_bytes(name, text.into()))?;
        self.contract = Some(Arc::new(contract));
        Ok(self)
    }

    /// Sets whether requests to paths below `/_mock` may inject faults, set the clock and the
    /// quota, reset the state and list the calls. By default they may.
    pub fn control(mut self, is_on: bool) -> Self {
        self.no_control = !is_on;
        self
    }

    /// Makes IDs and secrets the same each time.
    pub fn seed(mut self, seed: u64) -> Self {
        self.seed = Some(seed);
        self
    }

    /// Sets the port to listen on. By default it is a free one.
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
        let contract = match self.contract {
            Some(contract) => contract,
            None => Contract::openapi().map_err(io::Error::other)?,
        };
        let has_control = !self.no_control;
        MockModelArts::serve(contract, self.settings, self.state, self.seed, self.port, has_control)
            .await
    }
}
