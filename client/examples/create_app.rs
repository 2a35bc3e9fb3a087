//! Creates an app: the first example of README.
//!
//! ```sh
//! export MODELARTS_REGION=cn-north-4
//! export HUAWEICLOUD_SDK_AK=… HUAWEICLOUD_SDK_SK=…   # or MODELARTS_AUTH_TOKEN=…
//! cargo run --example create_app
//! ```

use modelarts_app_auth::types::CreateApigAppRequest;
use modelarts_app_auth::{Client, Error};

#[tokio::main]
async fn main() -> Result<(), Error> {
    // MODELARTS_REGION, HUAWEICLOUD_SDK_AK and HUAWEICLOUD_SDK_SK, or ~/.huaweicloud/credentials
    let client = Client::from_env().await?;
    let created = client.create_apig_app(CreateApigAppRequest::new("app_1")).await?;
    println!("created app {}", created.app_id());
    Ok(())
}
