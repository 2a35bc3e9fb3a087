//! Turns a received response into the one that the caller gets.

use serde::de::DeserializeOwned;
use serde_json::error::Category;
use tracing::warn;

use super::lenient;
use super::operation::{Operation, Returns};
use super::received_response::ReceivedResponse;
use crate::error::Error;
use crate::response::Response;
use crate::secret::Secret;

const FOREIGN: &str = "the response is not JSON";

/// Refuses a success that reports an error, or that was cut off, which only its end can tell. What is
/// not JSON belongs to the caller.
pub(crate) fn complete(
    response: ReceivedResponse,
    operation: &Operation,
    secrets: impl FnOnce() -> Vec<Secret>,
) -> Result<ReceivedResponse, Error> {
    if operation.returns == Returns::Other {
        return Ok(response);
    }
    let response = Error::of_reported(response, secrets)?;
    let may_be_truncated = match operation.returns {
        Returns::Json => true,
        Returns::JsonOrNothing => !response.body.is_empty(),
        Returns::Nothing | Returns::Other => false,
    };
    if may_be_truncated && response.is_truncated_json() {
        let received = response.body.len();
        let reason =
            format!("the connection closed after {received} bytes of an unfinished response");
        return Err(Error::truncated(response, reason));
    }
    Ok(response)
}

/// Reads the body of a successful response; an error says what is wrong and quotes nothing of it.
pub(crate) type Decode<T> = fn(&ReceivedResponse, &Operation) -> Result<T, String>;

/// Reads JSON, leniently if it has not the documented form.
pub(crate) fn json<T: DeserializeOwned>(
    response: &ReceivedResponse,
    operation: &Operation,
) -> Result<T, String> {
    if response.is_foreign() {
        return Err(FOREIGN.to_owned());
    }
    serde_json::from_slice(&response.body).or_else(|error| {
        let body = lenient::decode(&response.body).ok_or_else(|| place(&error))?;
        warn!(operation = operation.id, "the response differs from its documented form");
        Ok(body)
    })
}

/// Reads no body. A documented status says that the call succeeded, whatever comes with it. With
/// another one, a web page is more likely that of a proxy than of the service.
#[allow(dead_code, reason = "not every document has responses without a body")]
pub(crate) fn nothing(response: &ReceivedResponse, is_documented: bool) -> Result<(), String> {
    if is_documented || !response.is_foreign() { Ok(()) } else { Err(FOREIGN.to_owned()) }
}

/// Returns the response as the caller gets it, whose body `output` takes. It returns the JSON pointer
/// of what the body lacks, and the operation guarantees.
pub(crate) fn decoded<T, U>(
    response: ReceivedResponse,
    decode: Decode<T>,
    output: impl FnOnce(T) -> Result<U, &'static str>,
    operation: &'static Operation,
) -> Result<Response<U>, Error> {
    let lacking = |pointers| format!("the response lacks {pointers}");
    match decode(&response, operation).and_then(|body| output(body).map_err(lacking)) {
        Ok(body) => Ok(Response::new(body, response, operation)),
        Err(reason) => Err(Error::undecodable(response, reason)),
    }
}

/// Returns what is wrong with a response, and where. serde's own message quotes values.
fn place(error: &serde_json::Error) -> String {
    let what = match error.classify() {
        Category::Data => "the response has another form than documented",
        Category::Eof => "the response ends too early",
        Category::Syntax | Category::Io => FOREIGN,
    };
    format!("{what} (line {}, column {})", error.line(), error.column())
}
