//! A server that returns one response, and the requests that it received.

use modelarts_app_auth::Client;
use wiremock::http::HeaderMap;
use wiremock::matchers::any;
use wiremock::{Mock, MockServer, ResponseTemplate};

/// The project of every client here, from the documented examples.
pub const PROJECT: &str = "04f258c84780d5a52f3bc00dc15aa5e7";

/// A request as the server received it.
#[derive(Debug)]
pub struct ReceivedRequest {
    pub method: String,
    /// As it was encoded.
    pub path: String,
    /// Decoded, in the order of the request.
    pub query: Vec<(String, String)>,
    pub body: Vec<u8>,
    headers: HeaderMap,
}

impl ReceivedRequest {
    /// The value of a header that comes once.
    pub fn header(&self, name: &str) -> Option<String> {
        let value = self.headers.get(name)?;
        Some(String::from_utf8_lossy(value.as_bytes()).into_owned())
    }
}

/// Starts a server that returns `response` to every request, and a client that calls it.
pub async fn start(response: ResponseTemplate) -> (MockServer, Client) {
    let server = MockServer::start().await;
    Mock::given(any()).respond_with(response).mount(&server).await;
    let client = Client::for_loopback(&server.uri(), PROJECT).expect("a loopback address");
    (server, client)
}

/// A response whose media type is JSON, whatever its body is.
pub fn json_response(status: u16, body: impl Into<String>) -> ResponseTemplate {
    ResponseTemplate::new(status).set_body_raw(body.into(), "application/json")
}

/// All requests that the server received, in order.
pub async fn received_requests(server: &MockServer) -> Vec<ReceivedRequest> {
    let requests = server.received_requests().await.expect("requests are recorded");
    requests.iter().map(request).collect()
}

fn request(request: &wiremock::Request) -> ReceivedRequest {
    let request = ReceivedRequest {
        method: request.method.to_string(),
        path: request.url.path().to_owned(),
        query: request.url.query_pairs().into_owned().collect(),
        body: request.body.clone(),
        headers: request.headers.clone(),
    };
    let version = request.header("api-version");
    assert_eq!(version, None, "a header that the service does not document");
    request
}
