//! Replaces the AppSecret of an app so that no fault loses it.
//!
//! Without arguments it rotates against a local mock server; no account is needed:
//!
//! ```sh
//! cargo run --example rotate_secret
//! ```
//!
//! With the ID of an app and a file it rotates the AppSecret of the real app. The old AppSecret
//! becomes invalid at once:
//!
//! ```sh
//! export MODELARTS_REGION=cn-north-4
//! export HUAWEICLOUD_SDK_AK=… HUAWEICLOUD_SDK_SK=…   # or MODELARTS_AUTH_TOKEN=…
//! cargo run --example rotate_secret -- <app id> <file>
//! ```
//!
//! The rotation in progress is recorded in `<file>.rotation`. After a crash run the example again.
//! If two run at the same time, the second one fails and changes nothing.

use std::error::Error;
use std::process::ExitCode;

use modelarts_app_auth::types::CreateApigAppRequest;
use modelarts_app_auth::{Client, IntentFile, Rotation, SecretFile};
use modelarts_app_auth_mock::{Fault, FaultKind, MockModelArts};

#[tokio::main]
async fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let done = match &arguments[..] {
        [] => try_out().await,
        [id, path] => rotate_for_real(id, path).await,
        _ => Err("usage: rotate_secret [<app id> <file>]".into()),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

async fn rotate_for_real(id: &str, path: &str) -> Result<(), Box<dyn Error>> {
    rotate(&Client::from_env().await?, id, path).await
}

async fn rotate(client: &Client, id: &str, path: &str) -> Result<(), Box<dyn Error>> {
    let sink = SecretFile::new(path);
    let log = IntentFile::new(format!("{path}.rotation"));
    match client.rotate_app_secret(id, &sink, &log).await {
        Rotation::Rotated => {
            println!("{path} has the new AppSecret of app {id}, the old one is no longer valid");
            Ok(())
        }
        // The file was writable before the reset, and is not any more.
        Rotation::Unsaved(unsaved) => {
            let spare = std::env::temp_dir().join(format!("{id}.json"));
            eprintln!("{}; trying {}", unsaved.error(), spare.display());
            Err(unsaved.save(&SecretFile::new(spare), &log).await.to_string().into())
        }
        outcome => Err(outcome.to_string().into()),
    }
}

/// Rotates twice; the second time the response with the new AppSecret is lost.
async fn try_out() -> Result<(), Box<dyn Error>> {
    let mock = MockModelArts::start().await?;
    let client = mock.client()?;
    let created = client.create_apig_app(CreateApigAppRequest::new("app_example")).await?;
    let id = created.app_id();
    let directory = tempfile::tempdir()?;
    let path = directory.path().join("app.json");
    let path = path.to_str().ok_or("a directory with a strange name")?;
    println!("mock server at {}, no account is used", mock.url());
    rotate(&client, id.as_str(), path).await?;

    println!("once more, and this time the response is lost");
    mock.fail_next("ResetApigAppSecret", Fault::After(FaultKind::Reset));
    rotate(&client, id.as_str(), path).await?;

    let stored: serde_json::Value = serde_json::from_slice(&std::fs::read(path)?)?;
    let secret = stored["app_secret"].as_str().unwrap_or_default();
    println!("is the stored AppSecret valid? {}", mock.secret_accepted(id.as_str(), secret));
    Ok(())
}
