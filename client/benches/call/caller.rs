//! The ways to make one and the same call.

use std::time::{Duration, Instant};

use modelarts_app_auth::types::ApigAppInfoResponse;
use modelarts_app_auth::{Client, ClientBuilder, Credentials};
use reqwest::header::ACCEPT;
use tokio::task::JoinSet;

const PROJECT_ID: &str = "04f258c84780d5a52f3bc00dc15aa5e7";
const APP_ID: &str = "logic-app-7ded3898-8306-49ee-a1df-2708f9aac83a";
const TOKEN: &str = "MIIFzwYJKoZIhvcNAQcCoIIFwDCCBbwCAQExDTALBglghkgBZQMEAgEwggPdBgkq";

pub struct Caller {
    pub name: &'static str,
    way: Way,
}

#[derive(Clone)]
enum Way {
    Bare { http: reqwest::Client, base: String },
    Client(Client),
}

impl Caller {
    /// Bare reqwest, the client with a token, and the client with an access key.
    pub const NAMES: [&str; 3] = ["reqwest", "client", "client, signing"];

    /// The caller of that name, which calls the server at `base`.
    pub fn new(name: &'static str, base: &str) -> Self {
        let client = |of: fn(ClientBuilder) -> ClientBuilder| {
            let builder = Client::builder().endpoint(base).allow_http_loopback();
            Way::Client(of(builder.project_id(PROJECT_ID)).build().expect("a client"))
        };
        let way = match name {
            "client" => client(|builder| builder.token(TOKEN)),
            "client, signing" => {
                client(|builder| builder.credentials(Credentials::access_key("AK", "SK")))
            }
            _ => Way::Bare { http: http(), base: base.to_owned() },
        };
        Self { name, way }
    }

    /// Keeps `width` calls on their way until each of so many tasks has made `calls`, and tells
    /// how long it took.
    pub async fn run(&self, width: usize, calls: u64) -> Duration {
        let mut tasks = JoinSet::new();
        let started = Instant::now();
        for _ in 0..width {
            let way = self.way.clone();
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
                let request = http.get(url).header("X-Auth-Token", TOKEN);
                let response = request.header(ACCEPT, "application/json").send().await;
                let response = response.and_then(|response| response.error_for_status());
                let body = response.expect("a response").bytes().await.expect("a body");
                let app: ApigAppInfoResponse = serde_json::from_slice(&body).expect("an app");
                std::hint::black_box(app);
            }
            Self::Client(client) => {
                std::hint::black_box(client.show_apig_app(APP_ID).send().await.expect("an app"));
            }
        }
    }
}

/// With the settings of the client's own.
fn http() -> reqwest::Client {
    let builder = reqwest::Client::builder()
        .user_agent("bare reqwest")
        .connect_timeout(Duration::from_secs(10))
        .pool_idle_timeout(Duration::from_secs(30))
        .redirect(reqwest::redirect::Policy::none())
        .referer(false)
        .retry(reqwest::retry::never())
        .no_proxy();
    builder.build().expect("a client of reqwest")
}
