//! Turns a received response into the one that the caller gets.

use progenitor_client::Error::InvalidResponsePayload;
use progenitor_client::ResponseValue;
use serde::de::DeserializeOwned;
use serde_json::error::Category;
use tracing::warn;

use super::lenient;
use super::operation::Operation;
use super::received_response::ReceivedResponse;
use crate::error::Error;
use crate::response::Response;

/// Something a response must contain: its JSON pointer, or several of which one is enough, and
/// whether it is there.
pub(crate) type Guarantee<T> = (&'static str, fn(&T) -> bool);

/// Refuses a success that was cut off, which only its end can tell.
pub(crate) fn complete(
    response: ReceivedResponse,
    operation: &Operation,
) -> Result<ReceivedResponse, Error> {
    if operation.returns_json && response.is_truncated_json() {
        let received = response.body.len();
        let reason =
            format!("the connection closed after {received} bytes of an unfinished response");
        return Err(Error::truncated(response, reason));
    }
    Ok(response)
}

/// Decodes a successful response. No error of the generated client gets out, as it prints the whole
/// body.
pub(crate) fn decoded<T: DeserializeOwned>(
    value: Result<ResponseValue<T>, progenitor_client::Error>,
    guarantees: &[Guarantee<T>],
    response: ReceivedResponse,
    operation: &'static Operation,
) -> Result<Response<T>, Error> {
    if response.is_foreign() {
        return Err(Error::undecodable(response, "the response is not JSON"));
    }
    let body = match value {
        Ok(value) => value.into_inner(),
        Err(InvalidResponsePayload(_, error)) => match lenient::decode(&response.body) {
            Some(body) => {
                warn!(operation = operation.id, "the response differs from its documented form");
                body
            }
            None => return Err(Error::undecodable(response, place(&error))),
        },
        Err(_) => return Err(Error::undecodable(response, "the status is not documented")),
    };
    match guarantees.iter().find(|(_, is_kept)| !is_kept(&body)) {
        Some((pointers, _)) => {
            Err(Error::undecodable(response, format!("the response lacks {pointers}")))
        }
        None => Ok(Response::new(body, response, operation)),
    }
}

/// Returns what is wrong with a response, and where. serde's own message quotes values.
fn place(error: &serde_json::Error) -> String {
    let what = match error.classify() {
        Category::Data => "the response has another form than documented",
        Category::Eof => "the response ends too early",
        Category::Syntax | Category::Io => "the response is not JSON",
    };
    format!("{what} (line {}, column {})", error.line(), error.column())
}
