//! The description of an operation.

use reqwest::StatusCode;

/// One operation of the document; the generated code has a constant for each.
#[derive(Debug)]
pub(crate) struct Operation {
    /// The official name, such as `ShowApigApp`.
    pub(crate) id: &'static str,
    /// The HTTP method in upper case.
    pub(crate) method: &'static str,
    /// The path with its parameters in braces.
    pub(crate) template: &'static str,
    pub(crate) safety: Safety,
    pub(crate) returns: Returns,
    /// The media types of a successful response, for the header `Accept`; empty for none.
    pub(crate) accept: &'static str,
    /// The documented statuses 3XX, which are successes; 3 means all of them.
    pub(crate) redirects: &'static [u16],
}

impl Operation {
    /// Whether a status means that the call succeeded.
    pub(crate) fn is_success(&self, status: StatusCode) -> bool {
        let is_listed = |code: &u16| *code == status.as_u16() || *code == 3;
        status.is_success() || status.is_redirection() && self.redirects.iter().any(is_listed)
    }
}

/// What the body of a successful response is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Returns {
    /// Nothing that callers get.
    Nothing,
    Json,
    /// JSON, or no body.
    #[allow(dead_code, reason = "not every document has such a response")]
    JsonOrNothing,
    /// Text or bytes.
    #[allow(dead_code, reason = "not every document has such a response")]
    Other,
}

/// Whether sending a request twice can do harm.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Safety {
    /// The operation changes nothing (a safe method of RFC 9110).
    Read,
    /// The operation changes something, and doing it twice may change it twice.
    Write,
}
