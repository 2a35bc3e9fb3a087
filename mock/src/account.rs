//! The credentials of the first user, which the start page shows.

use crate::state::State;

pub(crate) struct Account {
    pub project: String,
    pub token: String,
    /// All that is shown, each with its name.
    pub rows: Vec<(&'static str, String)>,
}

impl Account {
    pub fn of(state: &State) -> Self {
        let user = state.users.first().cloned().unwrap_or_default();
        let key = user.access_keys.first().cloned().unwrap_or_default();
        let token = state.tokens.iter().find(|token| token.user_id == user.id);
        let token = token.cloned().unwrap_or_default();
        let service = state.services.first().cloned().unwrap_or_default();
        let login = format!("{}, password `{}`, account {}", user.name, user.password, user.domain);
        let rows = vec![
            ("project ID", token.project_id.clone()),
            ("token", token.token.clone()),
            ("access key", key.access),
            ("secret key", key.secret),
            ("IAM user", login),
            ("service ID", service.id),
        ];
        Self { project: token.project_id, token: token.token, rows }
    }

    /// Returns a command that lists the apps.
    pub fn command(&self, url: &str) -> String {
        format!("curl -H 'X-Auth-Token: {}' {url}/v1/{}/app-auth/apps", self.token, self.project)
    }

    pub fn greeting(&self, url: &str) -> String {
        let rows: Vec<String> =
            self.rows.iter().map(|(name, value)| format!("  {name:<14}{value}")).collect();
        format!(
            "Mock server of ModelArts app authentication and IAM on {url}, until Ctrl-C.\n\n\
             {}\n\n  start page    {url}/\n  reference     {url}/docs\n  \
             document      {url}/openapi.yaml\n\n{}\n",
            rows.join("\n"),
            self.command(url),
        )
    }
}
