//! Shows one app. Its secrets print as placeholders.
//!
//! ```sh
//! export MODELARTS_REGION=cn-north-4
//! export HUAWEICLOUD_SDK_AK=… HUAWEICLOUD_SDK_SK=…   # or MODELARTS_AUTH_TOKEN=…
//! cargo run --example show_app -- <app id>
//! ```
//!
//! `HUAWEICLOUD_SDK_PROJECT_ID` saves the look-up of the project.

use std::error::Error;
use std::process::ExitCode;

use modelarts_app_auth::Client;

#[tokio::main]
async fn main() -> ExitCode {
    match show().await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

async fn show() -> Result<(), Box<dyn Error>> {
    let id = std::env::args().nth(1).ok_or("usage: show_app <app id>")?;
    let client = Client::from_env().await?;
    match client.show_apig_app(&id).await {
        Ok(response) => {
            println!("{:#?}", response.app());
            Ok(())
        }
        Err(error) if error.is_not_found() => Err(format!("there is no app {id}").into()),
        Err(error) => Err(error.into()),
    }
}
