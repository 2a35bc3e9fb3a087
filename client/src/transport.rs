//! One exchange with a server: a request out, the whole answer in.

use std::time::Duration;

use bytes::Bytes;
use reqwest::{Client, Request, Response};
use tokio::time::{Instant, timeout_at};
use zeroize::Zeroizing;

use crate::Error;
use crate::answer::Answer;
use crate::secret::Secret;

/// Room for a usual answer, so that a small one is read without moving it.
const USUAL_SIZE: usize = 8 * 1024;

const A_YEAR: Duration = Duration::from_secs(365 * 24 * 60 * 60);

/// What bounds an exchange.
#[derive(Clone, Copy)]
pub(crate) struct Bounds {
    pub(crate) deadline: Instant,
    /// The largest body that is read, in bytes.
    pub(crate) largest_body: usize,
}

/// When `timeout` from now ends.
pub(crate) fn deadline(timeout: Duration) -> Instant {
    // What the clock cannot count is never.
    let now = Instant::now();
    now.checked_add(timeout).unwrap_or(now + A_YEAR)
}

/// Bounds work on credentials, which may have to be fetched, by the time of a call.
pub(crate) async fn in_time<T>(
    deadline: Instant,
    work: impl Future<Output = Result<T, Error>>,
) -> Result<T, Error> {
    let late = |_| Error::credentials("none came in time");
    timeout_at(deadline, work).await.map_err(late)?
}

/// Sends `request` once and reads the answer. A status other than success is an error, from whose
/// message `secrets` are kept out.
pub(crate) async fn exchange(
    http: &Client,
    request: Request,
    bounds: Bounds,
    secrets: impl FnOnce() -> Vec<Secret>,
) -> Result<Answer, Error> {
    let begun = Instant::now();
    let mut response = match timeout_at(bounds.deadline, http.execute(request)).await {
        Ok(Ok(response)) => response,
        Ok(Err(error)) => return Err(unanswered(error)),
        Err(_) => {
            return Err(Error::maybe_sent(format!("no answer within {:.1?}", begun.elapsed())));
        }
    };
    let mut answer = Answer {
        status: response.status(),
        headers: std::mem::take(response.headers_mut()),
        body: Bytes::new(),
    };
    // What is not used is overwritten in the end, too, so there should not be much of it.
    let announced = response.content_length().and_then(|length| usize::try_from(length).ok());
    let size = announced.map_or(USUAL_SIZE, |length| length.min(USUAL_SIZE));
    let mut body = Zeroizing::new(Vec::with_capacity(size));
    let read = timeout_at(bounds.deadline, read(&mut response, &mut body, bounds.largest_body));
    let read = read.await.unwrap_or(Err(Torn::Late));
    answer.body = Bytes::from_owner(body);
    if !answer.status.is_success() {
        // The status says it all; what came of the body is a bonus.
        return Err(Error::service(answer, &secrets()));
    }
    match read {
        Ok(()) => Error::of_reported(answer, secrets),
        Err(torn) => Err(torn.into_error(answer, bounds)),
    }
}

/// Why the body of an answer is not complete.
enum Torn {
    Late,
    TooLarge,
    Broken(reqwest::Error),
}

impl Torn {
    fn into_error(self, answer: Answer, bounds: Bounds) -> Error {
        let came = answer.body.len();
        let largest = bounds.largest_body;
        match self {
            Self::TooLarge => {
                Error::undecodable(answer, format!("the answer is larger than {largest} bytes"))
            }
            Self::Late => {
                Error::torn(answer, format!("time ran out after {came} bytes of the answer"))
            }
            Self::Broken(error) => {
                Error::torn(answer, format!("the answer broke off after {came} bytes"))
                    .with_source(error.without_url())
            }
        }
    }
}

async fn read(
    response: &mut Response,
    body: &mut Zeroizing<Vec<u8>>,
    largest: usize,
) -> Result<(), Torn> {
    while let Some(chunk) = response.chunk().await.map_err(Torn::Broken)? {
        if chunk.len() > largest - body.len() {
            return Err(Torn::TooLarge);
        }
        append(body, &chunk);
    }
    Ok(())
}

/// A vector that grows by itself leaves its old memory as it was.
fn append(body: &mut Zeroizing<Vec<u8>>, chunk: &[u8]) {
    let needed = body.len() + chunk.len();
    if needed > body.capacity() {
        let mut grown = Zeroizing::new(Vec::with_capacity(needed.max(2 * body.capacity())));
        grown.extend_from_slice(body);
        *body = grown;
    }
    body.extend_from_slice(chunk);
}

/// A request that got no answer. Only what failed before there was a connection was surely not
/// sent: name resolution, the connection itself and the TLS handshake.
fn unanswered(error: reqwest::Error) -> Error {
    let error = error.without_url();
    let failure = if error.is_dns() {
        Error::not_sent("the name of the host could not be resolved")
    } else if error.is_connect() && error.is_timeout() {
        Error::not_sent("no connection came about in time")
    } else if error.is_connect() {
        Error::not_sent("no connection came about")
    } else if error.is_builder() {
        Error::not_sent("the request is not a valid HTTP request")
    } else {
        Error::maybe_sent("the connection broke before the answer came")
    };
    failure.with_source(error)
}
