//! Methods with which a test inspects the state of the mock server.

use crate::equal::equal;
use crate::mock_modelarts::MockModelArts;
use crate::state::{App, State};

impl MockModelArts {
    /// Returns whether this is the AppSecret of the app.
    pub fn secret_accepted(&self, app_id: &str, secret: &str) -> bool {
        self.inspect(|state| state.app(app_id).is_some_and(|app| app.has_secret(secret)))
    }

    /// Returns whether this is an AppCode of the app.
    pub fn app_code_accepted(&self, app_id: &str, app_code: &str) -> bool {
        let is_it = |code: &String| equal(code, app_code);
        self.inspect(|state| state.app(app_id).is_some_and(|app| app.app_codes.iter().any(is_it)))
    }

    /// Returns whether the API accepts calls that are signed with this AppKey and this AppSecret.
    pub fn pair_works(&self, app_key: &str, app_secret: &str, api_id: &str) -> bool {
        self.inspect(|state| {
            let app = state.apps.iter().find(|app| app.app_key == app_key);
            app.is_some_and(|app| {
                app.has_secret(app_secret) && state.is_authorized(api_id, &app.app_id)
            })
        })
    }

    /// Returns how often the AppSecret of the app was reset.
    pub fn resets(&self, app_id: &str) -> u64 {
        self.inspect(|state| state.app(app_id).map_or(0, |app| app.resets))
    }

    /// Returns the IDs of the apps that exist, oldest first.
    pub fn app_ids(&self) -> Vec<String> {
        self.inspect(|state| state.apps.iter().map(|app| app.app_id.clone()).collect())
    }

    /// Returns the IDs of the APIs that the app may call.
    pub fn apis_of(&self, app_id: &str) -> Vec<String> {
        self.inspect(|state| {
            let known = state.authorizations.iter().filter(|one| one.app_id == app_id);
            known.map(|one| one.api_id.clone()).collect()
        })
    }

    fn inspect<T>(&self, inspect: impl FnOnce(&State) -> T) -> T {
        inspect(&self.handler.server_state().state)
    }
}

impl App {
    fn has_secret(&self, secret: &str) -> bool {
        equal(&self.app_secret, secret)
    }
}
