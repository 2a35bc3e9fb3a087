//! One call, from its arguments to its response.

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
pub(crate) mod pages;
pub(crate) mod path_segment;
pub(crate) mod payload;
pub(crate) mod printable;
pub(crate) mod proxy;
pub(crate) mod received_response;
pub(crate) mod results;
pub(crate) mod retry;
pub(crate) mod route;
pub(crate) mod send_error;
pub(crate) mod trace;
pub(crate) mod transport;
pub(crate) mod typed_call;
