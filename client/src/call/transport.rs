//! One round trip to a server: a request out, the whole response in.

use std::time::Duration;

use bytes::Bytes;
use reqwest::{Client, Request, Response};
use tokio::time::{Instant, timeout_at};
use zeroize::Zeroizing;

use super::dial::Dial;
use super::operation::{Operation, Returns};
use super::received_response::ReceivedResponse;
use super::send_error::send_error;
use crate::endpoint::Endpoint;
use crate::error::Error;
use crate::secret::Secret;

/// Room for a usual response, in bytes, so that a small one is read without moving it.
const USUAL_SIZE: usize = 8 * 1024;

/// In bytes; HTTP libraries, ours included, take no longer one.
const LARGEST_URL: usize = 65_534;

const A_YEAR: Duration = Duration::from_secs(365 * 24 * 60 * 60);

/// What bounds a round trip.
#[derive(Clone, Copy)]
pub(crate) struct Bounds {
    pub(crate) deadline: Instant,
    /// The largest body that is read, in bytes.
    pub(crate) max_body_size: usize,
}

/// When `timeout` from now ends.
pub(crate) fn deadline(timeout: Duration) -> Instant {
    // What the clock cannot count is never.
    let now = Instant::now();
    now.checked_add(timeout).unwrap_or(now + A_YEAR)
}

/// Refuses to send a request for whose response no time is left.
pub(crate) fn check_time_left(deadline: Instant) -> Result<(), Error> {
    if Instant::now() < deadline {
        return Ok(());
    }
    Err(Error::not_sent("the timeout ended before the request was sent"))
}

/// Bounds work on credentials, which may have to be fetched before anything is sent, by the time
/// of a call.
pub(crate) async fn with_deadline<T>(
    deadline: Instant,
    work: impl Future<Output = Result<T, Error>>,
) -> Result<T, Error> {
    let late = |_| Err(Error::not_sent("the time of the call ended in wait for credentials"));
    timeout_at(deadline, work).await.unwrap_or_else(late)
}

/// Sends `request` to `endpoint` once and reads the response. A status other than success is an
/// error, from whose message `secrets` are kept out.
pub(crate) async fn round_trip(
    operation: &Operation,
    http: &Client,
    endpoint: &Endpoint,
    request: Request,
    bounds: Bounds,
    secrets: impl Fn() -> Vec<Secret>,
) -> Result<ReceivedResponse, Error> {
    let mut incoming = send(http, endpoint, request, bounds.deadline).await?;
    let mut response = ReceivedResponse {
        status: incoming.status(),
        headers: std::mem::take(incoming.headers_mut()),
        body: Bytes::new(),
    };
    // What is not used is overwritten in the end, too, so there should not be much of it.
    let announced = incoming.content_length().and_then(|length| usize::try_from(length).ok());
    let size = announced.map_or(USUAL_SIZE, |length| length.min(USUAL_SIZE));
    let mut body = Zeroizing::new(Vec::with_capacity(size));
    let read = timeout_at(bounds.deadline, read(&mut incoming, &mut body, bounds.max_body_size));
    let read = read.await.unwrap_or(Err(BodyError::TimedOut));
    response.body = Bytes::from_owner(body);
    if !operation.is_success(response.status) {
        // The status is enough; the body, complete or not, may add a message.
        return Err(Error::service(response, &secrets()));
    }
    match read {
        Ok(()) => Ok(response),
        // The status says that the call succeeded, and no caller gets the body.
        Err(BodyError::TooLarge) if operation.returns == Returns::Nothing => Ok(response),
        Err(error) => Err(error.into_error(response, bounds)),
    }
}

/// Sends `request` and waits for the head of the response.
async fn send(
    http: &Client,
    endpoint: &Endpoint,
    request: Request,
    deadline: Instant,
) -> Result<Response, Error> {
    let size = request.url().as_str().len();
    if size > LARGEST_URL {
        let why = format!("has {size} bytes, and more than {LARGEST_URL} cannot be sent");
        return Err(Error::invalid_argument("URL", &why));
    }
    check_time_left(deadline)?;
    let begun = Instant::now();
    let dial = Dial::default();
    match timeout_at(deadline, dial.watch(http.execute(request))).await {
        Ok(Ok(response)) => Ok(response),
        Ok(Err(error)) => Err(send_error(error, endpoint)),
        Err(_) => Err(late(endpoint, begun.elapsed(), &dial)),
    }
}

/// The time for an attempt ended before there was a response.
fn late(endpoint: &Endpoint, waited: Duration, dial: &Dial) -> Error {
    if dial.is_given_up() {
        return endpoint.not_connected(&format!(" within {waited:.1?}"));
    }
    let target = endpoint.host_and_port();
    Error::maybe_sent(format!(
        "no response from {target} within {waited:.1?} after the attempt began"
    ))
}

/// Why the body of a response is not complete.
enum BodyError {
    TimedOut,
    TooLarge,
    Broken(reqwest::Error),
}

impl BodyError {
    fn into_error(self, response: ReceivedResponse, bounds: Bounds) -> Error {
        let received = response.body.len();
        let largest = bounds.max_body_size;
        match self {
            Self::TooLarge => {
                Error::undecodable(response, format!("the response is larger than {largest} bytes"))
            }
            Self::TimedOut => Error::truncated(
                response,
                format!("time ran out after {received} bytes of the response"),
            ),
            Self::Broken(error) => {
                Error::truncated(response, format!("the response broke off after {received} bytes"))
                    .with_source(error.without_url())
            }
        }
    }
}

async fn read(
    response: &mut Response,
    body: &mut Zeroizing<Vec<u8>>,
    largest: usize,
) -> Result<(), BodyError> {
    while let Some(chunk) = response.chunk().await.map_err(BodyError::Broken)? {
        if chunk.len() > largest - body.len() {
            return Err(BodyError::TooLarge);
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
