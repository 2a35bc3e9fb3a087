//! What progenitor cannot take, and what it calls its own.

/// The path parameter that the client knows and callers never say.
pub const PROJECT: &str = "project_id";

/// The argument of progenitor's method that takes the pairs of the query.
pub const QUERY_PAIRS: &str = "query_pairs";

/// What a method of progenitor's calls something of its own, the last two if it sends a body.
pub const RESERVED_ARGUMENTS: [&str; 4] = ["header_map", QUERY_PAIRS, "body", "content_type"];

/// The methods for which progenitor writes no call.
pub const UNSENT: [&str; 2] = ["options", "trace"];

/// How many values a part of a composition may have with all its own parts; no larger one is
/// merged.
pub const LARGEST_PART: usize = 20_000;
