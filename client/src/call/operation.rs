//! The description of an operation.

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
    /// Whether a successful response has a JSON body.
    pub(crate) returns_json: bool,
}

/// Whether sending a request twice can do harm.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Safety {
    /// The operation changes nothing (a safe method of RFC 9110).
    Read,
    /// The operation changes something, and doing it twice may change it twice.
    Write,
}
