//! A server that gives one answer, and what it was asked.

use modelarts_app_auth::Client;
use serde_json::Value;
use wiremock::matchers::any;
use wiremock::{Mock, MockServer, ResponseTemplate};

/// The project of every client here, from the documented examples.
pub const PROJECT: &str = "04f258c84780d5a52f3bc00dc15aa5e7";

/// A request as the server saw it.
#[derive(Debug, PartialEq)]
pub struct Request {
    pub method: String,
    pub path: String,
    pub query: Vec<(String, String)>,
    pub token: Option<String>,
    /// The JSON of the body; null if there is none.
    pub body: Value,
}

/// Starts a server that answers everything with `answer`, and a client that calls it.
pub async fn start(answer: ResponseTemplate) -> (MockServer, Client) {
    let server = MockServer::start().await;
    Mock::given(any()).respond_with(answer).mount(&server).await;
    let client = Client::for_loopback(&server.uri(), PROJECT).expect("a loopback address");
    (server, client)
}

/// All that was asked of the server, in order.
pub async fn asked(server: &MockServer) -> Vec<Request> {
    let requests = server.received_requests().await.expect("requests are recorded");
    requests.iter().map(request).collect()
}

fn request(request: &wiremock::Request) -> Request {
    let header = |name: &str| request.headers.get(name)?.to_str().ok().map(str::to_owned);
    assert_eq!(header("api-version"), None, "a header that the service does not document");
    let body = match request.body.as_slice() {
        [] => Value::Null,
        body => {
            assert_eq!(header("content-type").as_deref(), Some("application/json"));
            serde_json::from_slice(body).expect("a JSON body")
        }
    };
    let mut query: Vec<_> = request.url.query_pairs().into_owned().collect();
    query.sort();
    Request {
        method: request.method.to_string(),
        path: request.url.path().to_owned(),
        query,
        token: header("x-auth-token"),
        body,
    }
}
