//! An app whose AppSecret is rotated, and what rotations keep in files.

use modelarts_app_auth::{AppCredentials, Client};
use modelarts_app_auth_mock::{App, MockModelArts, SecretsOnRead, State};
use serde_json::json;

pub const APP: &str = "f29eddd1443e4dceb76898f881c07a4d";
pub const APP_KEY: &str = "bcb835430eab4c72bd45e2315d98fdb9";
pub const FIRST_SECRET: &str = "80dc4ab97b34456fbf73a04e83164a1b";

/// Starts a mock server with the app, and a client of it.
pub async fn start(secrets: SecretsOnRead) -> (MockModelArts, Client) {
    let mock = MockModelArts::builder().secrets(secrets).start().await.expect("a mock server");
    set_app(&mock);
    let client = mock.client().expect("a client");
    (mock, client)
}

/// Replaces the state by the app with its first AppSecret, and nothing else.
pub fn set_app(mock: &MockModelArts) {
    let app = App {
        app_id: APP.to_owned(),
        app_name: "app_test".to_owned(),
        app_key: APP_KEY.to_owned(),
        app_secret: FIRST_SECRET.to_owned(),
        ..App::default()
    };
    mock.edit(|state| *state = State { apps: vec![app], ..State::default() });
}

/// Credentials with the first AppSecret.
pub fn first_credentials() -> AppCredentials {
    let credentials = json!({ "app_id": APP, "app_secret": FIRST_SECRET });
    serde_json::from_value(credentials).expect("credentials")
}

/// Credentials of some app, with this AppSecret.
pub fn credentials(secret: &str) -> AppCredentials {
    let credentials = json!({ "app_id": "a", "app_key": "k", "app_secret": secret });
    serde_json::from_value(credentials).expect("credentials")
}

/// Records as rotations write them.
pub fn records() -> [String; 2] {
    ["first", "second"].map(|id| {
        let intent = json!({ "id": id, "began_at": 1, "project_id": "p", "app_id": "a" });
        json!({ "reset": intent }).to_string()
    })
}

/// The record of a rotation that another process has begun.
pub fn record_of_another(app: &str, project: &str) -> String {
    format!(r#"{{"reset":{{"id":"1","began_at":1,"project_id":"{project}","app_id":"{app}"}}}}"#)
}
