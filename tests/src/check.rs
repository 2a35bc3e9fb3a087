//! Makes one documented call and compares both of its sides with the document.
//!
//! The server's side comes from the examples, read here at run time; the client's comes from the
//! schemas, by way of the generator. So what an example has and its schema has not makes a test
//! fail, and so does a wrong path, query key, status or type.

use std::collections::BTreeMap;
use std::fmt::Debug;
use std::sync::LazyLock;

use modelarts_app_auth::{Client, Error, Response, expose_secrets};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use spec::{Document, Source};
use wiremock::ResponseTemplate;

use crate::prints;
use crate::server::{self, Request};

static SOURCE: LazyLock<Source> =
    LazyLock::new(|| Source::new("openapi.yaml", include_str!("../../openapi.yaml")));

/// The id under which the documented answers were logged, where they say one in a header.
const LOGGED: &str = "0d4c1a7e5b6f48a2b3c9d8e7f6a5b4c3";

/// The document of this workspace.
pub fn document() -> Document<'static> {
    Document::parse(&SOURCE).expect("a document that lint has accepted")
}

/// What a call gave.
pub type Outcome = Result<Answer, Error>;

/// A success, as tests look at it.
pub struct Answer {
    pub status: u16,
    /// With its secrets.
    pub body: Value,
    /// What is shown to whoever prints the answer in one way or another.
    pub prints: Vec<String>,
}

/// A documented call, from the caller's side.
pub struct Call {
    client: Client,
    arguments: BTreeMap<String, Value>,
    body: Option<Value>,
}

impl Call {
    pub fn new(client: Client, arguments: BTreeMap<String, Value>, body: Option<Value>) -> Self {
        Self { client, arguments, body }
    }

    pub fn client(&self) -> &Client {
        &self.client
    }

    /// The value of a required parameter.
    pub fn argument<T: DeserializeOwned>(&self, name: &str) -> T {
        self.option(name).unwrap_or_else(|| panic!("the example has no value for `{name}`"))
    }

    /// The value of an optional parameter, if it takes part in this call.
    pub fn option<T: DeserializeOwned>(&self, name: &str) -> Option<T> {
        self.arguments.get(name).map(|value| decode(name, value))
    }

    /// The body of a request that must have one.
    pub fn body<T: DeserializeOwned>(&self) -> T {
        self.optional_body().expect("the example has a request body")
    }

    /// The body of a request that may have one.
    pub fn optional_body<T: DeserializeOwned>(&self) -> Option<T> {
        self.body.as_ref().map(|body| decode("body", body))
    }
}

fn decode<T: DeserializeOwned>(name: &str, value: &Value) -> T {
    T::deserialize(value).unwrap_or_else(|error| panic!("the example of `{name}`: {error}"))
}

/// Makes a call, and turns its typed answer back into what is compared.
pub async fn outcome<R, T>(request: R) -> Outcome
where
    R: Debug + IntoFuture<Output = Result<Response<T>, Error>>,
    T: Debug + Serialize,
{
    let mut prints = prints::of_debug(&request);
    let response = request.await?;
    prints.extend(prints::of_answer(&response));
    let body = serde_json::to_value(expose_secrets(response.body())).expect("an answer is JSON");
    Ok(Answer { status: response.status(), body, prints })
}

/// Makes the documented call of this operation, status and example name.
pub async fn check<F: Future<Output = Outcome>>(
    operation: &str,
    status: &str,
    name: &str,
    make: impl FnOnce(Call) -> F,
) {
    let document = document();
    let calls = spec::calls(&document);
    let documented = calls.iter().find(|call| {
        call.operation.id() == Some(operation) && call.status == status && call.name == name
    });
    let documented = documented.expect("the example is in openapi.yaml");
    let (server, client) = server::start(answer(documented)).await;
    let body = documented.request.map(|body| body.to_value());
    let parameters = || documented.parameters.iter();
    let arguments =
        parameters().map(|(parameter, value)| (text(*parameter, "name"), value.to_value()));
    let made = make(Call::new(client, arguments.collect(), body.clone())).await;

    let expected = Request {
        method: documented.operation.method.to_uppercase(),
        path: path(documented),
        query: query(documented),
        token: Some("loopback".to_owned()),
        body: body.unwrap_or_default(),
    };
    assert_eq!(server::asked(&server).await, [expected]);
    compare(made, documented);
}

/// The documented answer, as a server sends it.
fn answer(call: &spec::Call) -> ResponseTemplate {
    let status: u16 = call.status.parse().expect("a status that is one number");
    let template = ResponseTemplate::new(status);
    let template = match call.response {
        Some(body) => template.set_body_json(body.to_value()),
        None => template,
    };
    if logs(call) { template.insert_header("X-Request-Id", LOGGED) } else { template }
}

/// Whether the documentation gives this answer an id in its headers.
fn logs(call: &spec::Call) -> bool {
    let response = call.operation.responses().find(|(status, _)| *status == call.status);
    let headers = response.and_then(|(_, response)| response.get("headers"));
    headers.is_some_and(|headers| headers.get("X-Request-Id").is_some())
}

fn path(call: &spec::Call) -> String {
    let in_path = call.parameters.iter().filter(|(parameter, _)| text(*parameter, "in") == "path");
    in_path.fold(call.operation.path.to_owned(), |path, (parameter, value)| {
        let name = text(*parameter, "name");
        let value = if name == "project_id" { server::PROJECT } else { value.as_str().unwrap() };
        path.replace(&format!("{{{name}}}"), value)
    })
}

/// The pairs of the query, sorted: a list repeats its key (style `form`, exploded).
fn query(call: &spec::Call) -> Vec<(String, String)> {
    let mut pairs = Vec::new();
    for (parameter, value) in &call.parameters {
        if text(*parameter, "in") == "query" {
            let items = match value.to_value() {
                Value::Array(items) => items,
                one => vec![one],
            };
            let plain =
                |item: &Value| item.as_str().map_or_else(|| item.to_string(), str::to_owned);
            pairs.extend(items.iter().map(|item| (text(*parameter, "name"), plain(item))));
        }
    }
    pairs.sort();
    pairs
}

pub fn text(node: spec::Node, key: &str) -> String {
    node.get(key).and_then(|value| value.as_str()).unwrap_or_default().to_owned()
}

fn compare(made: Outcome, documented: &spec::Call) {
    let body = documented.response.map(|body| body.to_value());
    let status: u16 = documented.status.parse().expect("a status that is one number");
    if status < 400 {
        let answer = made.expect("the documented answer is a success");
        assert_eq!((answer.status, answer.body), (status, body.unwrap_or_default()));
        return;
    }
    let error = made.err().expect("the documented answer is an error");
    let member = |name: &str| body.as_ref()?.get(name)?.as_str().map(str::to_owned);
    assert_eq!(error.operation(), documented.operation.id());
    assert_eq!(error.status(), Some(status));
    assert_eq!(error.code().map(str::to_owned), member("error_code"));
    assert_eq!(error.message().map(str::to_owned), member("error_msg"));
    let logged = logs(documented).then(|| LOGGED.to_owned());
    assert_eq!(error.request_id().map(str::to_owned), logged.or(member("request_id")));
}

/// Declares one test for each documented call, lists them, and makes a call by its operation.
macro_rules! checks {
    ($($test:ident: $call:ident, $operation:literal, $status:literal, $name:literal;)*) => {
        pub const TESTS: &[(&str, &str, &str)] = &[$(($operation, $status, $name)),*];

        /// Makes the call of an operation.
        #[allow(unreachable_patterns, reason = "an operation has several tests")]
        pub async fn make(operation: &str, call: Call) -> Outcome {
            match operation {
                $($operation => $call(call).await,)*
                _ => panic!("no test calls {operation}"),
            }
        }

        $(
            #[tokio::test]
            async fn $test() {
                crate::check::check($operation, $status, $name, $call).await;
            }
        )*
    };
}
pub(crate) use checks;
