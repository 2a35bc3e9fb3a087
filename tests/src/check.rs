//! Makes one documented call and compares both of its sides with the document.
//!
//! The server's side comes from the examples, read here at run time; the client's comes from the
//! schemas, by way of the generator. So what an example has and its schema has not makes a test
//! fail, and so does a wrong path, query key, header, status or type.

mod case;
mod json;
mod lines;
mod request;

use std::collections::BTreeMap;
use std::fmt::Debug;
use std::sync::LazyLock;

use modelarts_app_auth::{CallOptions, Client, Error, Response, expose_secrets};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use spec::{Document, Source};
use wiremock::ResponseTemplate;

use crate::prints;
use crate::server;

use self::case::{Case, Difference};

static SOURCE: LazyLock<Source> =
    LazyLock::new(|| Source::new("openapi.yaml", include_str!("../../openapi.yaml")));

/// The id under which the documented answers were logged, where they say one in a header.
const LOGGED: &str = "0d4c1a7e5b6f48a2b3c9d8e7f6a5b4c3";

/// Longer codes and messages may be shortened by the client.
const SHORT: usize = 100;

/// The document of this workspace.
pub fn document() -> Document<'static> {
    Document::parse(&SOURCE).expect("a document that lint has accepted")
}

/// What a call gave.
pub type Outcome = Result<Answer, Error>;

/// The values of parameters by place (`path`) and name.
pub type Arguments = BTreeMap<(String, String), Value>;

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
    arguments: Arguments,
    body: Option<Value>,
    case: Case,
}

impl Call {
    pub fn new(client: Client, arguments: Arguments, body: Option<Value>) -> Self {
        Self { client, arguments, body, case: Case::default() }
    }

    pub fn client(&self) -> &Client {
        &self.client
    }

    /// The value of a required parameter.
    pub fn argument<T: DeserializeOwned>(&self, place: &str, name: &str) -> T {
        self.option(place, name).unwrap_or_else(|| {
            self.case.fail(Difference::new(format!("{place} {name}"), "nothing", "a required one"))
        })
    }

    /// The value of an optional parameter, if it takes part in this call.
    pub fn option<T: DeserializeOwned>(&self, place: &str, name: &str) -> Option<T> {
        let value = self.arguments.get(&(place.to_owned(), name.to_owned()))?;
        // A caller writes a text where the client has no better type.
        let text = || T::deserialize(Value::String(spec::plain(value)?)).ok();
        let read = T::deserialize(value).ok().or_else(text);
        Some(read.unwrap_or_else(|| self.unreadable::<T>(format!("{place} {name}"), value, None)))
    }

    /// The body of a request that must have one.
    pub fn body<T: DeserializeOwned>(&self) -> T {
        self.optional_body().unwrap_or_else(|| {
            self.case.fail(Difference::new("request body", "nothing", "a required one"))
        })
    }

    /// The body of a request that may have one.
    pub fn optional_body<T: DeserializeOwned>(&self) -> Option<T> {
        let body = self.body.as_ref()?;
        let read = serde_json::from_str(&body.to_string());
        Some(read.unwrap_or_else(|error: serde_json::Error| {
            self.unreadable::<T>("request body".to_owned(), body, Some(error.column()))
        }))
    }

    /// Fails as the example of a request has another type than its schema.
    fn unreadable<T>(&self, place: String, value: &Value, column: Option<usize>) -> ! {
        let (pointer, value) = match column {
            Some(column) => json::at_column(value, column),
            None => (String::new(), value),
        };
        let ty = std::any::type_name::<T>();
        let ty = ty.rsplit("::").next().unwrap_or(ty);
        let found = format!("another type in the schema: {ty}");
        let documented = self.case.show(value);
        self.case.fail(Difference::new(format!("{place} {pointer}"), documented, found))
    }
}

/// The values that a documented call sets.
pub fn arguments(call: &spec::Call) -> Arguments {
    let arguments = call.arguments().into_iter();
    arguments.map(|one| ((one.place.to_owned(), one.name), one.value)).collect()
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

/// Makes the documented call of this operation, status and example name. A failure is one line:
/// the call, the place, what is documented there, and what was found.
pub async fn check<F: Future<Output = Outcome>>(
    operation: &str,
    status: &str,
    name: &str,
    make: impl FnOnce(Call) -> F,
) {
    let document = document();
    let calls = spec::calls(&document);
    let documented = calls.iter().find(|call| {
        call.operation.label() == operation && call.status == status && call.name == name
    });
    let Some(documented) = documented else {
        panic!("{operation} {status} {name}: is not in openapi.yaml; run `cargo xtask generate`");
    };
    let case = Case::of(documented);
    let (server, _) = server::start(answer(documented)).await;
    let body = documented.request.map(|body| body.to_value());
    let client = once(&server.uri());
    let call = Call { client, arguments: arguments(documented), body, case: case.clone() };
    let made = make(call).await;

    let asked = server::asked(&server).await;
    // An answer that is not read says more than the request to which it came.
    let mut differences = answered(made, documented, &case);
    differences.splice(0..0, request::differences(&asked, documented, &case));
    case.finish(differences);
}

/// A client that sends a call once, whatever is answered.
fn once(url: &str) -> Client {
    let builder = Client::builder().endpoint(url).allow_http_loopback();
    let builder = builder.options(CallOptions::new().max_attempts(1));
    let builder = builder.project_id(server::PROJECT).token("loopback");
    builder.build().expect("a client of this machine")
}

/// The documented answer, as a server sends it.
fn answer(call: &spec::Call) -> ResponseTemplate {
    let template = ResponseTemplate::new(call.code().expect("a status that can be answered"));
    let template = match response_body(call) {
        Some(body) => template.set_body_raw(body.to_string(), &media_type(call)),
        None => template,
    };
    if logs(call) { template.insert_header("X-Request-Id", LOGGED) } else { template }
}

/// What is answered; nothing to HEAD.
fn response_body(call: &spec::Call) -> Option<Value> {
    call.response.filter(|_| call.operation.method != "head").map(|body| body.to_value())
}

fn response<'d>(call: &spec::Call<'d>) -> Option<spec::Node<'d>> {
    let mut responses = call.operation.responses();
    Some(responses.find(|(status, _)| *status == call.status)?.1)
}

fn media_type(call: &spec::Call) -> String {
    let content = response(call).and_then(spec::json_content);
    content.and_then(|content| content.key()).map_or("application/json".into(), spec::sent_as)
}

/// Whether the documentation gives this answer an id in its headers.
fn logs(call: &spec::Call) -> bool {
    let headers = response(call).and_then(|response| response.get("headers"));
    headers.is_some_and(|headers| headers.get("X-Request-Id").is_some())
}

pub fn text(node: spec::Node, key: &str) -> String {
    node.get(key).and_then(|value| value.as_str()).unwrap_or_default().to_owned()
}

/// How what the client made of the answer differs from the documented answer.
fn answered(made: Outcome, documented: &spec::Call, case: &Case) -> Vec<Difference> {
    let body = response_body(documented).unwrap_or_default();
    let code = documented.code();
    match made {
        Ok(answer) if documented.is_success() => {
            let mut differences = Vec::new();
            if Some(answer.status) != code {
                differences.push(case.status(answer.status));
            }
            json::compare(&body, &answer.body, "response", case, &mut differences);
            differences
        }
        Ok(answer) => vec![case.status(answer.status)],
        Err(error) if documented.is_success() => vec![refused(&error, &body, code, case)],
        Err(error) => failed(&error, documented, &body, case),
    }
}

/// Where the client stopped to read a documented success. Its message has the column, as the answer
/// is on one line.
fn refused(error: &Error, body: &Value, code: Option<u16>, case: &Case) -> Difference {
    let message = error.to_string();
    let column =
        message.rsplit_once("column ").and_then(|(_, rest)| rest.split(')').next()?.parse().ok());
    match (error.status(), column) {
        (Some(status), _) if Some(status) != code => case.status(status),
        (Some(_), Some(column)) => {
            let (pointer, value) = json::at_column(body, column);
            let found = "another type in its schema";
            Difference::new(format!("response {pointer}"), case.show(value), found)
        }
        _ => Difference::new("response", "a success", message),
    }
}

/// How the parts of an error differ from the documented one. Of other bodies the client tells none.
fn failed(error: &Error, documented: &spec::Call, body: &Value, case: &Case) -> Vec<Difference> {
    let mut differences = Vec::new();
    if error.status() != documented.code() {
        let found = error.status().map_or_else(|| error.to_string(), |status| status.to_string());
        differences.push(Difference::new("status", documented.status, found));
    }
    let logged = logs(documented).then(|| Value::from(LOGGED));
    let member =
        |at: [&'static str; 2]| at.into_iter().find_map(|at| Some((at, body.pointer(at)?)));
    let id = logged.as_ref().map(|id| ("X-Request-Id", id));
    let parts = [
        (member(["/error_code", "/error/code"]), error.code()),
        (member(["/error_msg", "/error/message"]), error.message()),
        (id.or(member(["/request_id", "/error/request_id"])), error.request_id()),
    ];
    for (documented, found) in parts {
        let Some((pointer, documented)) = documented else { continue };
        let is_shown = |text: &&str| text.trim() == *text && (1..SHORT).contains(&text.len());
        let Some(text) = documented.as_str().filter(is_shown) else { continue };
        let is_redacted = found.is_some_and(|found| found.contains("[redacted]"));
        if found != Some(text) && !is_redacted && !text.contains(char::is_control) {
            let found = found.map_or("nothing".to_owned(), |found| case.show(&found.into()));
            differences.push(Difference::new(
                format!("response {pointer}"),
                case.show(documented),
                found,
            ));
        }
    }
    differences
}

/// Declares one test for each documented call, lists them, and makes a call by its operation.
macro_rules! checks {
    ($($test:ident: $call:ident, $operation:literal, $status:literal, $name:literal;)*) => {
        pub const TESTS: &[(&str, &str, &str)] = &[$(($operation, $status, $name)),*];

        /// Makes the call of an operation.
        #[allow(unreachable_patterns, reason = "an operation has several tests")]
        pub async fn make(operation: &str, call: Call) -> Outcome {
            match operation {
                $($operation => calls::$call(call).await,)*
                _ => panic!("no test calls {operation}"),
            }
        }

        $(
            #[tokio::test]
            async fn $test() {
                crate::check::check($operation, $status, $name, calls::$call).await;
            }
        )*
    };
}
pub(crate) use checks;
