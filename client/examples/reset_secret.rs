//! Replaces the AppSecret of an app, and writes the new one to a new file that only you can read.
//!
//! The old AppSecret ends at once: whoever still uses it is refused. Without `--reset` this only
//! says what it would do.
//!
//! ```sh
//! export MODELARTS_REGION=cn-north-4
//! export HUAWEICLOUD_SDK_AK=… HUAWEICLOUD_SDK_SK=…   # or MODELARTS_AUTH_TOKEN=…
//! cargo run --example reset_secret -- <app id> <new file> [--reset]
//! ```
//!
//! `HUAWEICLOUD_SDK_PROJECT_ID` saves the look-up of the project.

use std::error::Error;
use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::process::ExitCode;

use modelarts_app_auth::types::CreateApigAppRequest;
use modelarts_app_auth::{AppName, Client, ErrorKind};

#[tokio::main]
async fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let done = match arguments[..] {
        [id, path] => explain(id, path).await,
        [id, path, "--reset"] => reset(id, path).await,
        _ => Err("usage: reset_secret <app id> <new file> [--reset]".into()),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

async fn explain(id: &str, path: &str) -> Result<(), Box<dyn Error>> {
    let name = name_of(&Client::from_env().await?, id).await?;
    println!("With --reset, app {id} ({name}) gets a new AppSecret, which is written to {path}.");
    println!("Whoever still uses the old one is refused from then on. Nothing is changed yet.");
    Ok(())
}

async fn reset(id: &str, path: &str) -> Result<(), Box<dyn Error>> {
    let client = Client::from_env().await?;
    let name = name_of(&client, id).await?;
    // The answer will hold the only copy of the secret, so its place must be there before.
    let file =
        new_private_file(path).map_err(|error| format!("{path}: {error}; nothing was reset"))?;
    match client.reset_apig_app_secret(id, CreateApigAppRequest::new(name)).await {
        Ok(answer) => {
            let secret = answer.app.as_ref().and_then(|app| app.app_secret.as_ref());
            keep(file, secret.map(|secret| secret.expose().as_bytes()))?;
            println!("app {id} has a new AppSecret, it is in {path}");
            Ok(())
        }
        // The secret may be in the answer all the same.
        Err(error) if error.kind() == ErrorKind::Undecodable => {
            keep(file, error.expose_body())?;
            Err(format!("{error}; {path} has the answer as it came").into())
        }
        Err(error) => {
            fs::remove_file(path)
                .map_err(|left| format!("{error}; {path} is empty and stays: {left}"))?;
            let is_unknown = error.kind() == ErrorKind::MaybeSent || error.status() >= Some(500);
            let advice =
                if is_unknown { "; the old AppSecret may have ended, reset again" } else { "" };
            Err(format!("{error}{advice}").into())
        }
    }
}

/// The service wants the name of the app in the request.
async fn name_of(client: &Client, id: &str) -> Result<AppName, Box<dyn Error>> {
    let app = client.show_apig_app(id).await?.into_body().app;
    Ok(app.and_then(|app| app.app_name).ok_or("the service does not tell the name of the app")?)
}

/// Creates a file for its owner alone; one that is already there stays as it is.
fn new_private_file(path: &str) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}

fn keep(mut file: File, secret: Option<&[u8]>) -> Result<(), Box<dyn Error>> {
    let secret = secret.ok_or("the answer has no AppSecret; reset again")?;
    let written = file.write_all(secret).and_then(|()| file.sync_all());
    written.map_err(|error| {
        format!("the AppSecret was reset but not written ({error}); reset again").into()
    })
}
