//! From what the generated client made of an answer to what the caller gets.

use progenitor_client::Error::InvalidResponsePayload;
use progenitor_client::ResponseValue;
use serde::de::DeserializeOwned;
use serde_json::error::Category;
use tracing::warn;

use crate::answer::Answer;
use crate::operation::Operation;
use crate::response::Response;
use crate::{Error, lenient};

/// Something a response must contain: its JSON pointer, or several of which one is enough, and
/// whether it is there.
pub(crate) type Guarantee<T> = (&'static str, fn(&T) -> bool);

/// Refuses a success that was cut off, which only its end can tell.
pub(crate) fn complete(answer: Answer, operation: &Operation) -> Result<Answer, Error> {
    if operation.gives_json && answer.is_truncated_json() {
        let came = answer.body.len();
        let reason = format!("the connection closed after {came} bytes of an unfinished response");
        return Err(Error::torn(answer, reason));
    }
    Ok(answer)
}

/// Judges a success. No error of the generated client gets out, as it prints the whole body.
pub(crate) fn decoded<T: DeserializeOwned>(
    value: Result<ResponseValue<T>, progenitor_client::Error>,
    guarantees: &[Guarantee<T>],
    answer: Answer,
    operation: &'static Operation,
) -> Result<Response<T>, Error> {
    if answer.is_foreign() {
        return Err(Error::undecodable(answer, "the answer is not JSON"));
    }
    let body = match value {
        Ok(value) => value.into_inner(),
        Err(InvalidResponsePayload(_, error)) => match lenient::decode(&answer.body) {
            Some(body) => {
                warn!(operation = operation.id, "the response differs from its documented form");
                body
            }
            None => return Err(Error::undecodable(answer, place(&error))),
        },
        Err(_) => return Err(Error::undecodable(answer, "the status is not documented")),
    };
    match guarantees.iter().find(|(_, is_kept)| !is_kept(&body)) {
        Some((pointers, _)) => {
            Err(Error::undecodable(answer, format!("the response lacks {pointers}")))
        }
        None => Ok(Response::new(body, answer, operation)),
    }
}

/// Where an answer stops being what it should be. serde's own message quotes values.
fn place(error: &serde_json::Error) -> String {
    let what = match error.classify() {
        Category::Data => "the answer has another form than documented",
        Category::Eof => "the answer ends too early",
        Category::Syntax | Category::Io => "the answer is not JSON",
    };
    format!("{what} (line {}, column {})", error.line(), error.column())
}
