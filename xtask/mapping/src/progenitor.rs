//! Facts about progenitor: names that it reserves, and what it does not support.

/// The path parameter that the client sets itself, so that callers do not.
pub const PROJECT: &str = "project_id";

/// The argument of a method of progenitor that takes pairs of the query.
pub const QUERY_PAIRS: &str = "query_pairs";

/// The names that a method of progenitor uses itself; the last two only if it sends a body.
pub const RESERVED_ARGUMENTS: [&str; 4] = ["header_map", QUERY_PAIRS, "body", "content_type"];

/// The HTTP methods for which progenitor generates no call.
pub const UNSUPPORTED_METHODS: [&str; 2] = ["options", "trace"];

/// The maximum number of JSON values of a schema that is merged into a composition. A larger one
/// becomes any JSON.
pub const LARGEST_PART: usize = 20_000;

/// How many schemas that extend each other are followed to a base with a `discriminator`. Each is copied
/// into all after it.
pub const MAX_BASES: usize = 8;
