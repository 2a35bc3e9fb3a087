//! How OpenAPI becomes Rust: what `generate` does, and `lint` and `diff` must know.
//!
//! **Invariant:** a name that [`snake`], [`pascal`], [`method`] or [`builder`] returns is an
//! identifier, and the one that `generate` writes. **Boundary:** facts and names only; nothing here
//! reads a document or writes code. Start reading at [`names`](snake).

mod extensions;
mod names;
mod progenitor;

pub use extensions::PAGINATION;
pub use names::{Names, PRELUDE, builder, method, pascal, snake};
pub use progenitor::{LARGEST_PART, PROJECT, QUERY_PAIRS, RESERVED_ARGUMENTS, UNSENT};
