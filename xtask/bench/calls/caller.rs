//! The ways to make one and the same call.

use std::io;
use std::time::{Duration, Instant};

use modelarts_app_auth::types::ApigAppInfoResponse;
use modelarts_app_auth::{Client, ClientBuilder, Credentials};
use reqwest::header::{ACCEPT, HeaderMap, HeaderName, HeaderValue};
use tokio::runtime::Runtime;
use tokio::task::JoinSet;

use crate::progenitor_alone::{self, types};

const PROJECT_ID: &str = "04f258c84780d5a52f3bc00dc15aa5e7";
const APP_ID: &str = "logic-app-7ded3898-8306-49ee-a1df-2708f9aac83a";
static X_AUTH_TOKEN: HeaderName = HeaderName::from_static("x-auth-token");
const TOKEN: &str = "MIIFzwYJKoZIhvcNAQcCoIIFwDCCBbwCAQExDTALBglghkgBZQMEAgEwggPdBgkq";

/// A runtime of one thread, which makes all calls.
pub fn runtime() -> io::Result<Runtime> {
    tokio::runtime::Builder::new_current_thread().enable_all().build()
}

pub struct Caller(Way);

#[derive(Clone)]
enum Way {
    Bare {
        http: reqwest::Client,
        base: String,
    },
    Progenitor {
        client: progenitor_alone::Client,
        project_id: types::ProjectId,
        app_id: types::AppId,
    },
    Client(Client),
}

impl Caller {
    /// The first two are what the others are compared with. The last ones are our client with a token,
    /// and with an access key.
    pub const NAMES: [&str; 4] = ["reqwest", "progenitor alone", "client", "client, signing"];

    /// Creates the caller of that name, which calls the server at `base`.
    pub fn new(name: &str, base: &str) -> Self {
        let client = |of: fn(ClientBuilder) -> ClientBuilder| {
            let builder = Client::builder().endpoint(base).allow_http_loopback();
            Way::Client(of(builder.project_id(PROJECT_ID)).build().expect("a client"))
        };
        Self(match name {
            "client" => client(|builder| builder.token(TOKEN)),
            "client, signing" => {
                client(|builder| builder.credentials(Credentials::access_key("AK", "SK")))
            }
            "progenitor alone" => Way::Progenitor {
                client: progenitor_alone::Client::new_with_client(base, http_with_token()),
                project_id: PROJECT_ID.parse().expect("a project ID"),
                app_id: APP_ID.parse().expect("an app ID"),
            },
            _ => Way::Bare {
                http: http().build().expect("a client of reqwest"),
                base: base.to_owned(),
            },
        })
    }

    /// Keeps `width` calls in progress until each of so many tasks has made `calls`, and returns how
    /// long it took.
    pub async fn run(&self, width: usize, calls: u64) -> Duration {
        let mut tasks = JoinSet::new();
        let started = Instant::now();
        for _ in 0..width {
            let way = self.0.clone();
            tasks.spawn(async move {
                for _ in 0..calls {
                    way.call().await;
                }
            });
        }
        tasks.join_all().await;
        started.elapsed()
    }
}

impl Way {
    async fn call(&self) {
        match self {
            Self::Bare { http, base } => {
                let url = format!("{base}/v1/{PROJECT_ID}/app-auth/apps/{APP_ID}");
                let request = http.get(url).header(&X_AUTH_TOKEN, TOKEN);
                let response = request.header(ACCEPT, "application/json").send().await;
                let response = response.and_then(|response| response.error_for_status());
                let body = response.expect("a response").bytes().await.expect("a body");
                let app: ApigAppInfoResponse = serde_json::from_slice(&body).expect("an app");
                std::hint::black_box(app);
            }
            Self::Progenitor { client, project_id, app_id } => {
                let app = client.show_apig_app(project_id, app_id, None, None, None).await;
                std::hint::black_box(app.expect("an app").into_inner());
            }
            Self::Client(client) => {
                std::hint::black_box(client.show_apig_app(APP_ID).send().await.expect("an app"));
            }
        }
    }
}

/// With the settings of our client.
fn http() -> reqwest::ClientBuilder {
    reqwest::Client::builder()
        .user_agent("bare reqwest")
        .connect_timeout(Duration::from_secs(10))
        .pool_idle_timeout(Duration::from_secs(30))
        .redirect(reqwest::redirect::Policy::none())
        .referer(false)
        .retry(reqwest::retry::never())
        .no_proxy()
}

/// The code of progenitor knows no credentials.
fn http_with_token() -> reqwest::Client {
    let token = HeaderMap::from_iter([(X_AUTH_TOKEN.clone(), HeaderValue::from_static(TOKEN))]);
    http().default_headers(token).build().expect("a client of reqwest")
}
