//! Lists the apps of the caller, page after page, as they come.
//!
//! ```sh
//! export MODELARTS_REGION=cn-north-4
//! export HUAWEICLOUD_SDK_AK=… HUAWEICLOUD_SDK_SK=…   # or MODELARTS_AUTH_TOKEN=…
//! cargo run --example list_apps
//! ```
//!
//! `HUAWEICLOUD_SDK_PROJECT_ID` saves the look-up of the project.

use std::process::ExitCode;

use modelarts_app_auth::{AppId, AppName, Client, Error};

#[tokio::main]
async fn main() -> ExitCode {
    match list().await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

async fn list() -> Result<(), Error> {
    let client = Client::from_env().await?;
    let mut apps = client.list_apig_apps().items();
    while let Some(app) = apps.next().await {
        let app = app?;
        let id = app.app_id.as_ref().map_or("(no id)", AppId::as_str);
        let name = app.app_name.as_ref().map_or("(no name)", AppName::as_str);
        println!("{id}  {name}");
    }
    Ok(())
}
