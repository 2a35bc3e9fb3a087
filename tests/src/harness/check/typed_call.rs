//! A documented call, as a caller makes it with the typed API, and its result.

use std::collections::BTreeMap;
use std::fmt::Debug;

use modelarts_app_auth::{Client, Error, Response, expose_secrets};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use super::case::{Case, Difference};
use super::json;
use crate::harness::prints;

/// The result of a call.
pub type CallResult = Result<ReceivedResponse, Error>;

/// The values of parameters by place (`path`) and name.
pub type Arguments = BTreeMap<(String, String), Value>;

/// A success, as tests compare it.
pub struct ReceivedResponse {
    pub status: u16,
    /// With its secrets.
    pub body: Value,
    /// All that the response prints in one way or another.
    pub prints: Vec<String>,
}

/// A documented call, as a caller makes it with the typed API.
pub struct TypedCall {
    client: Client,
    pub arguments: Arguments,
    body: Option<Value>,
    /// What its failures are named after.
    case: Case,
}

impl TypedCall {
    pub fn new(client: Client, arguments: Arguments, body: Option<Value>) -> Self {
        Self { client, arguments, body, case: Case::default() }
    }

    /// The same call, whose failures are those of `case`.
    pub fn of_case(self, case: Case) -> Self {
        Self { case, ..self }
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
pub fn arguments(call: &spec::ExampleCall) -> Arguments {
    let arguments = call.arguments().into_iter();
    arguments.map(|one| ((one.place.to_owned(), one.name), one.value)).collect()
}

/// Makes a call, and turns its typed response back into JSON.
pub async fn send<R, T>(request: R) -> CallResult
where
    R: Debug + IntoFuture<Output = Result<Response<T>, Error>>,
    T: Debug + Serialize,
{
    let mut prints = prints::of_debug(&request);
    let response = request.await?;
    prints.extend(prints::of_response(&response));
    let body = serde_json::to_value(expose_secrets(response.body())).expect("a response is JSON");
    Ok(ReceivedResponse { status: response.status(), body, prints })
}
