//! A server for ModelArts and IAM, and calls to it.

use std::collections::HashMap;

use modelarts_app_auth::{Client, ClientBuilder, Environment, Error, ErrorKind};
use serde_json::json;
use wiremock::matchers::{path, path_regex, query_param};
use wiremock::{Mock, MockServer, Request, ResponseTemplate};

/// A ModelArts, and an IAM that is filled in by the test, on one server.
pub struct Cloud(pub MockServer);

impl Cloud {
    /// ModelArts accepts every request.
    pub async fn start() -> Self {
        let cloud = Self::without_modelarts().await;
        let accept = ResponseTemplate::new(200).set_body_json(json!({ "app": {} }));
        cloud.mount(Mock::given(path_regex("^/v1/.*/app-auth/")).respond_with(accept)).await;
        cloud
    }

    pub async fn without_modelarts() -> Self {
        Self(MockServer::start().await)
    }

    /// Lets IAM list these projects with the name of the region.
    pub async fn knows_projects(&self, ids: &[&str]) {
        let projects: Vec<_> =
            ids.iter().map(|id| json!({ "id": id, "name": "cn-north-4" })).collect();
        let links = json!({ "next": null, "previous": null, "self": "" });
        let response = json!({ "projects": projects, "links": links });
        let response = ResponseTemplate::new(200).set_body_json(response);
        let list = Mock::given(path("/v3/projects")).and(query_param("name", "cn-north-4"));
        self.mount(list.respond_with(response)).await;
    }

    pub async fn mount(&self, mock: Mock) {
        mock.mount(&self.0).await;
    }

    /// A client of this cloud, without credentials.
    pub fn client(&self) -> ClientBuilder {
        let client = Client::builder().region("cn-north-4").endpoint(self.0.uri());
        client.iam_endpoint(self.0.uri()).allow_http_loopback()
    }

    /// All requests so far, in order.
    pub async fn requests(&self) -> Vec<Request> {
        self.0.received_requests().await.unwrap()
    }

    /// The only request so far.
    pub async fn request(&self) -> Request {
        let [request] = self.requests().await.try_into().expect("one request");
        request
    }

    /// How many requests there were to paths with this beginning.
    pub async fn count(&self, beginning: &str) -> usize {
        let requests = self.requests().await;
        requests.iter().filter(|request| request.url.path().starts_with(beginning)).count()
    }
}

/// Makes a call; which one does not matter.
pub async fn call(client: &Client) -> Result<(), Error> {
    client.show_apig_app("app").send().await.map(drop)
}

/// Makes a call that must fail for its credentials, and tells why.
pub async fn failure(client: &Client) -> String {
    let error = call(client).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Credentials, "{error}");
    error.to_string()
}

pub fn header<'a>(request: &'a Request, name: &str) -> Option<&'a str> {
    request.headers.get(name)?.to_str().ok()
}

pub fn environment<const N: usize>(variables: [(&str, &str); N]) -> Environment {
    let owned = variables.map(|(name, value)| (name.to_owned(), value.to_owned()));
    let variables = HashMap::from(owned);
    Environment::from_fn(move |name| variables.get(name).cloned())
}
