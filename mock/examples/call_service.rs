//! Calls a deployed service with the credentials of an app, also after the AppSecret was rotated.
//! It uses a local mock server; no account is needed:
//!
//! ```sh
//! cargo run --example call_service
//! ```

use std::error::Error;

use modelarts_app_auth::types::{ApiAppAuthRequest, Apps, CreateApigAppRequest};
use modelarts_app_auth::{AppCredentials, AppSigner, IntentFile, Rotation, SecretFile};
use modelarts_app_auth_mock::MockModelArts;

/// The service that the mock server has.
const SERVICE: &str = "bb149aac-5ff4-497c-bb73-acb751e20a11";

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let mock = MockModelArts::start().await?;
    let client = mock.client()?;
    println!("mock server at {}, no account is used", mock.url());

    let created = client.create_apig_app(CreateApigAppRequest::new("app_example")).await?;
    let app = created.app.as_ref().ok_or("the response has no app")?;
    let app_id = app.app_id.clone().ok_or("the app has no ID")?;
    let app_key = app.app_key.clone().ok_or("the app has no AppKey")?;
    let app_secret = app.app_secret.clone().ok_or("the app has no AppSecret")?;
    let first = AppSigner::new(app_key, app_secret)?;
    println!("created app {app_id}");

    let registered = client.create_app_auth_api(SERVICE).await?;
    let api = registered.api.as_ref().ok_or("the response has no API")?;
    let api_id = api.api_id.clone().ok_or("the API has no ID")?;
    let url = api.predict_url.clone().ok_or("the API has no address")?;
    println!("registered API {api_id}");
    call("not authorized yet", &first, &url).await?;

    let apps = ApiAppAuthRequest::new([Apps::new().app_id(app_id.clone())]);
    client.authorize_api_to_apig_apps(SERVICE, api_id, apps).await?.all_succeeded()?;
    call("authorized", &first, &url).await?;

    let folder = tempfile::tempdir()?;
    let path = folder.path().join("app.json");
    let (sink, log) = (SecretFile::new(&path), IntentFile::new(folder.path().join("rotation")));
    match client.rotate_app_secret(app_id.as_str(), &sink, &log).await {
        Rotation::Rotated => println!("rotated the AppSecret"),
        outcome => return Err(outcome.to_string().into()),
    }
    let stored: AppCredentials = serde_json::from_slice(&std::fs::read(path)?)?;
    call("new AppSecret", &stored.signer()?, &url).await?;
    call("old AppSecret", &first, &url).await
}

/// Calls the service, and prints the status code and the body of the response.
async fn call(what: &str, signer: &AppSigner, url: &str) -> Result<(), Box<dyn Error>> {
    let request = http::Request::post(url).header("Content-Type", "application/json");
    let request = signer.sign(request.body(r#"{"text": "hello"}"#)?)?;
    let response = reqwest::Client::new().execute(request.try_into()?).await?;
    println!("{what}: {} {}", response.status().as_u16(), response.text().await?);
    Ok(())
}
