//! The extensions by which a document tells the generator more.

/// The fields of our `x-pagination`; other tools call theirs the same, with other fields.
pub const PAGINATION: [&str; 3] = ["items", "total", "identity"];
