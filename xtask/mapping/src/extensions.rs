//! The extensions that tell more of an API than OpenAPI can, and the client and the tools know.
//!
//! Every other `x-…` belongs to the author of the document and has no effect.

/// Known values of a string or a number, to which the service may add more.
pub const EXTENSIBLE_ENUM: &str = "x-extensible-enum";

/// Of a response: the fields that it always has.
pub const GUARANTEED: &str = "x-guaranteed";

/// Of an operation: its response is one page of a list.
pub const PAGINATION: &str = "x-pagination";

/// The fields of [`PAGINATION`]. An object without any of them is the extension of another tool.
pub const PAGINATION_FIELDS: [&str; 3] = ["items", "total", "identity"];

/// Of a response: the list of its parts, and how each tells whether it failed.
pub const RESULTS: &str = "x-results";

/// Of a property that is an integer: it is a time, counted since the Unix epoch in one of
/// [`TIMESTAMP_UNITS`].
pub const TIMESTAMP: &str = "x-timestamp";

/// The units of [`TIMESTAMP`].
pub const TIMESTAMP_UNITS: [&str; 2] = ["milliseconds", "seconds"];

/// The day after which an operation, a parameter or a property may be removed.
pub const SUNSET: &str = "x-sunset";
