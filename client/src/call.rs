//! One call, from its arguments to its response.
//!
//! `Client::show_apig_app(id)` returns a builder; `send` makes one progenitor client with a call
//! [`Context`](context::Context) as its inner type. progenitor builds the request; its `pre` hook is
//! ours, leaves the request in the context and ends progenitor's part. `TypedCall::finish` runs the
//! attempts: authenticate, send, read the body up to a limit, check the outcome, wait, repeat. Then it
//! decodes the response once, from the buffer into which it was read. No error of progenitor or
//! reqwest, which print bodies and URLs, reaches the caller.
//!
//! | step | file |
//! | --- | --- |
//! | the HTTP client for a host: plain, TLS, through a proxy | `route.rs`, `proxy.rs` |
//! | arguments: checked path segments, bodies | `path_segment.rs`, `payload.rs` |
//! | the call, and what it knows while it runs | `typed_call.rs`, `context.rs` |
//! | what is completed in a request of progenitor | `outgoing.rs` |
//! | attempts, waiting, the budget of retries | `attempt.rs`, `retry.rs` |
//! | one exchange, bounded in time and size | `transport.rs`, `received_response.rs` |
//! | responses that differ from their documented form | `decode.rs`, `lenient.rs`, `json_text.rs` |
//! | why there is no response, and whether the request was sent | `send_error.rs`, `dial.rs` |
//! | what errors say, what they never say | `errors.rs`, `error_body.rs` |
//! | lists in pages, responses that fail in part | `pages.rs`, `results.rs` |

pub(crate) mod attempt;
#[cfg(feature = "blocking")]
pub(crate) mod blocking;
pub(crate) mod context;
pub(crate) mod decode;
pub(crate) mod dial;
pub(crate) mod error_body;
mod errors;
pub(crate) mod exchange;
pub(crate) mod json_text;
pub(crate) mod lenient;
pub(crate) mod operation;
pub(crate) mod options;
mod outgoing;
#[allow(dead_code, reason = "not every document has lists in pages")]
pub(crate) mod pages;
pub(crate) mod path_segment;
#[allow(dead_code, reason = "not every document has bodies in JSON")]
pub(crate) mod payload;
pub(crate) mod printable;
pub(crate) mod proxy;
pub(crate) mod received_response;
#[allow(dead_code, reason = "not every document has responses that fail in part")]
pub(crate) mod results;
pub(crate) mod retry;
pub(crate) mod route;
pub(crate) mod send_error;
pub(crate) mod trace;
pub(crate) mod transport;
pub(crate) mod typed_call;
