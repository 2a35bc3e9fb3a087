//! The handle of a mock server in a test.

use std::fmt;
use std::io;
use std::net::Ipv4Addr;
use std::sync::{Arc, Mutex};

use modelarts_app_auth::{Client, ClientBuilder, Credentials, Error};
use tokio::net::TcpListener;
use tokio::sync::{Notify, oneshot};

use crate::account::Account;
use crate::connection::{ConnectionHandle, Connections};
use crate::contract::Contract;
use crate::fault::{CallInfo, Fault};
use crate::handler::Handler;
use crate::routes;
use crate::server_state::ServerState;
use crate::settings::Settings;
use crate::state::State;
use crate::target::check_operation;

/// A mock server of the ModelArts app authentication service, which listens on 127.0.0.1 until it is
/// dropped.
pub struct MockModelArts {
    url: String,
    pub(crate) handler: Arc<Handler>,
    /// Stops the mock server when it is dropped.
    _stop: oneshot::Sender<()>,
}

impl MockModelArts {
    pub(crate) async fn serve(
        contract: Arc<Contract>,
        settings: Settings,
        state: State,
        seed: Option<u64>,
        port: u16,
        has_control: bool,
    ) -> io::Result<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port)).await?;
        let url = format!("http://{}", listener.local_addr()?);
        let server_state = Mutex::new(ServerState::new(state, settings, seed, url.clone()));
        let handler =
            Arc::new(Handler { contract, has_control, server_state, changed: Notify::new() });
        let router = routes::router(&handler);
        let service = router.into_make_service_with_connect_info::<ConnectionHandle>();
        let (_stop, stopped) = oneshot::channel();
        let serving = axum::serve(Connections(listener), service);
        let serving = serving.with_graceful_shutdown(async {
            let _ = stopped.await;
        });
        tokio::spawn(serving.into_future());
        Ok(Self { url, handler, _stop })
    }

    /// Returns the base URL, such as `http://127.0.0.1:49152`, of ModelArts and of IAM.
    pub fn url(&self) -> &str {
        &self.url
    }

    /// Returns the address at which the mock server responds as the deployed service of an API:
    /// its `predict_url`. `None` if there is no such API, or its address is on another server.
    pub fn service_url(&self, api_id: &str) -> Option<String> {
        let state = self.handler.server_state();
        let api = state.state.api(api_id).filter(|api| api.predict_url.starts_with('/'))?;
        Some(api.address(&self.url))
    }

    /// Returns a text for people: the address, the credentials of the first user, and a command to
    /// copy.
    pub fn greeting(&self) -> String {
        Account::of(&self.handler.server_state().state).greeting(&self.url)
    }

    /// Returns a client of the mock server, with the token of the first user of the default
    /// [`State`].
    ///
    /// # Errors
    ///
    /// As [`ClientBuilder::build`]: the TLS library is not set up.
    pub fn client(&self) -> Result<Client, Error> {
        self.client_builder().token(State::TOKEN).build()
    }

    /// Returns a client that signs requests with an access key of the same user.
    ///
    /// # Errors
    ///
    /// As [`client`](Self::client).
    pub fn client_with_access_key(&self) -> Result<Client, Error> {
        let credentials = Credentials::access_key(State::ACCESS_KEY, State::SECRET_KEY);
        self.client_builder().credentials(credentials).build()
    }

    /// Returns a client of another user of the same project, who may not change the apps of the
    /// first user.
    ///
    /// # Errors
    ///
    /// As [`client`](Self::client).
    pub fn second_user(&self) -> Result<Client, Error> {
        self.client_builder().token(State::SECOND_USER_TOKEN).build()
    }

    /// Settings for a client of the service. It lacks credentials.
    pub fn client_builder(&self) -> ClientBuilder {
        Client::builder()
            .endpoint(&self.url)
            .iam_endpoint(&self.url)
            .allow_http_loopback()
            .project_id(State::PROJECT)
    }

    /// Injects a fault into the next call of an operation, after the faults of earlier `fail_next`.
    ///
    /// An operation is one of the document, `KeystoneCreateUserTokenByPassword` or
    /// `KeystoneListProjects` of IAM, or `CallDeployedService`.
    ///
    /// # Panics
    ///
    /// The operation does not exist, so that the fault would never be injected.
    #[track_caller]
    pub fn fail_next(&self, operation: &str, fault: Fault) {
        if let Err(unknown) = check_operation(&self.handler.contract, operation) {
            panic!("{unknown}");
        }
        self.handler.server_state().faults.push(operation, fault);
    }

    /// Calls `rule` for every call without a fault of `fail_next`, and injects the fault it
    /// returns.
    pub fn fail_when(&self, rule: impl FnMut(&CallInfo<'_>) -> Option<Fault> + Send + 'static) {
        self.handler.server_state().faults.set_rule(Box::new(rule));
    }

    /// Removes all faults.
    pub fn clear_faults(&self) {
        self.handler.server_state().faults.clear();
    }

    /// Returns a copy of the current state.
    pub fn state(&self) -> State {
        self.handler.server_state().state.clone()
    }

    /// Changes the state.
    pub fn edit<T>(&self, edit: impl FnOnce(&mut State) -> T) -> T {
        edit(&mut self.handler.server_state().state)
    }

    /// Waits until a call may have changed the state.
    pub async fn changed(&self) {
        self.handler.changed.notified().await;
    }
}

impl fmt::Debug for MockModelArts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("MockModelArts").field("url", &self.url).finish_non_exhaustive()
    }
}
