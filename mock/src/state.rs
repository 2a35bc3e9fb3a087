//! The state of the mock server.

use serde::{Deserialize, Serialize};

/// The state of the mock server. Edit it to prepare a test, and read it to check the effect of
/// calls.
///
/// The default has two users in one project, a service and no apps. Its JSON contains all secrets
/// in plaintext.
#[derive(Clone, Deserialize, Serialize)]
pub struct State {
    /// The users who may call.
    pub users: Vec<User>,
    /// The projects of the account.
    pub projects: Vec<Project>,
    /// The IDs of the workspaces; `0` is the default one.
    pub workspaces: Vec<String>,
    /// The tokens that IAM has issued.
    pub tokens: Vec<Token>,
    /// The deployed services, for which APIs can be registered.
    pub services: Vec<Service>,
    /// The apps, oldest first.
    pub apps: Vec<App>,
    /// The APIs, oldest first.
    pub apis: Vec<Api>,
    /// Which app may call which API.
    pub authorizations: Vec<Authorization>,
}

/// An IAM user.
#[derive(Clone, Default, Deserialize, Serialize)]
pub struct User {
    /// ID of the user.
    pub id: String,
    /// Name of the user, for requests of tokens.
    pub name: String,
    /// Password of the user.
    pub password: String,
    /// Name of the account the user belongs to.
    pub domain: String,
    /// Whether the user may change the apps and services of other users.
    pub administrator: bool,
    /// The access keys of the user.
    pub access_keys: Vec<AccessKey>,
}

/// A key with which requests are signed.
#[derive(Clone, Default, Deserialize, Serialize)]
pub struct AccessKey {
    /// The public half.
    pub access: String,
    /// The secret half.
    pub secret: String,
    /// The security token of a temporary key.
    pub security_token: Option<String>,
    /// The number of wrong signatures in a row.
    pub failures: u32,
    /// Until when the key is locked, in milliseconds since the Unix epoch.
    pub locked_until: u64,
}

/// A project of the account.
#[derive(Clone, Default, Deserialize, Serialize)]
pub struct Project {
    /// ID of the project.
    pub id: String,
    /// Name of the project: that of a region, for its default project.
    pub name: String,
}

/// A token of a user for a project.
#[derive(Clone, Default, Deserialize, Serialize)]
pub struct Token {
    /// The value of `X-Auth-Token`.
    pub token: String,
    /// ID of the user.
    pub user_id: String,
    /// ID of the project.
    pub project_id: String,
    /// When it expires, in milliseconds since the Unix epoch.
    pub expires_at: u64,
}

/// A deployed service.
#[derive(Clone, Default, Deserialize, Serialize)]
pub struct Service {
    /// ID of the service.
    pub id: String,
    /// Name of the service.
    pub name: String,
    /// The user who deployed it, and may change it.
    pub user_id: String,
    /// ID of its project.
    pub project_id: String,
}

/// An app. Times are in milliseconds since the Unix epoch.
#[derive(Clone, Deserialize, Serialize)]
#[allow(missing_docs, reason = "the fields of the API, which the client documents")]
pub struct App {
    pub app_id: String,
    pub app_name: String,
    pub app_remark: String,
    pub app_key: String,
    pub app_secret: String,
    pub app_codes: Vec<String>,
    pub app_type: String,
    pub user_id: String,
    pub project_id: String,
    pub workspace_id: String,
    pub created_at: u64,
    pub updated_at: u64,
    /// How often the AppSecret was reset.
    pub resets: u64,
}

/// An API registered for a service.
#[derive(Clone, Deserialize, Serialize)]
#[allow(missing_docs, reason = "the fields of the API, which the client documents")]
pub struct Api {
    pub api_id: String,
    pub api_method: String,
    pub api_name: String,
    pub api_remark: String,
    pub auth_type: String,
    /// The address of the deployed service. A path is one of the mock server.
    pub predict_url: String,
    pub service_id: String,
    pub support_app_code: bool,
    pub workspace_id: String,
}

/// Lets an app call an API.
#[derive(Clone, Default, Deserialize, Serialize)]
#[allow(missing_docs, reason = "the fields of the API, which the client documents")]
pub struct Authorization {
    pub auth_id: String,
    pub api_id: String,
    pub app_id: String,
}

impl State {
    pub(crate) const PROJECT: &str = "04f258c84780d5a52f3bc00dc15aa5e7";
    pub(crate) const USER: &str = "04f258c8fb00d42a1f65c00df88cc4dc";
    pub(crate) const SECOND_USER: &str = "9332aab245ea4d56871e75d6966aa274";
    pub(crate) const SERVICE: &str = "bb149aac-5ff4-497c-bb73-acb751e20a11";
    /// As `Client::for_loopback` sends it.
    pub(crate) const TOKEN: &str = "loopback";
    pub(crate) const ACCESS_KEY: &str = "LOOPBACKACCESSKEY001";
    pub(crate) const SECRET_KEY: &str = "secret-key-of-user";
    pub(crate) const SECOND_USER_TOKEN: &str = "loopback-second-user";

    /// Returns the app with this ID.
    pub fn app(&self, app_id: &str) -> Option<&App> {
        self.apps.iter().find(|app| app.app_id == app_id)
    }

    /// Returns the API with this ID.
    pub fn api(&self, api_id: &str) -> Option<&Api> {
        self.apis.iter().find(|api| api.api_id == api_id)
    }

    /// Returns whether the API is authorized to the app.
    pub fn is_authorized(&self, api_id: &str, app_id: &str) -> bool {
        self.authorizations.iter().any(|one| one.api_id == api_id && one.app_id == app_id)
    }
}

impl Api {
    /// Returns the URL of the deployed service, if it is one of the mock server with that base URL.
    pub(crate) fn address(&self, url: &str) -> String {
        match self.predict_url.starts_with('/') {
            true => format!("{url}{}", self.predict_url),
            false => self.predict_url.clone(),
        }
    }
}

impl Default for State {
    fn default() -> Self {
        let user = |id: &str, name: &str, access: &str| User {
            id: id.into(),
            name: name.into(),
            password: format!("password of {name}"),
            domain: "loopback".into(),
            administrator: false,
            access_keys: vec![AccessKey {
                access: access.into(),
                secret: format!("secret-key-of-{name}"),
                ..AccessKey::default()
            }],
        };
        let token = |token: &str, user: &str| Token {
            token: token.into(),
            user_id: user.into(),
            project_id: Self::PROJECT.into(),
            expires_at: u64::MAX,
        };
        Self {
            users: vec![
                user(Self::USER, "user", Self::ACCESS_KEY),
                user(Self::SECOND_USER, "second user", "LOOPBACKACCESSKEY002"),
            ],
            projects: vec![Project { id: Self::PROJECT.into(), name: "cn-north-4".into() }],
            workspaces: vec!["0".into()],
            tokens: vec![
                token(Self::TOKEN, Self::USER),
                token(Self::SECOND_USER_TOKEN, Self::SECOND_USER),
            ],
            services: vec![Service {
                id: Self::SERVICE.into(),
                name: "service-hutest".into(),
                user_id: Self::USER.into(),
                project_id: Self::PROJECT.into(),
            }],
            apps: Vec::new(),
            apis: Vec::new(),
            authorizations: Vec::new(),
        }
    }
}

impl Default for App {
    fn default() -> Self {
        Self {
            app_id: String::new(),
            app_name: String::new(),
            app_remark: String::new(),
            app_key: String::new(),
            app_secret: String::new(),
            app_codes: Vec::new(),
            app_type: "APIG".into(),
            user_id: State::USER.into(),
            project_id: State::PROJECT.into(),
            workspace_id: "0".into(),
            created_at: 0,
            updated_at: 0,
            resets: 0,
        }
    }
}

impl Default for Api {
    fn default() -> Self {
        Self {
            api_id: String::new(),
            api_method: "ANY".into(),
            api_name: String::new(),
            api_remark: String::new(),
            auth_type: "APP".into(),
            predict_url: String::new(),
            service_id: State::SERVICE.into(),
            support_app_code: true,
            workspace_id: "0".into(),
        }
    }
}
