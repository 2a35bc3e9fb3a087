//! How OpenAPI becomes Rust: facts that `generate` applies, and `lint` and `diff` must know.
//!
//! **Invariant:** the names that [`pascal`], [`snake`], [`method`] and [`builder`] return are valid
//! identifiers, and the ones in the generated code. For the same text they never change.
//!
//! **Boundary:** names and facts only. Nothing here reads a document, judges it or writes code, and
//! nothing depends on syn, progenitor or typify, so that lint and diff compile without them. A test of
//! `generate`, which has syn, compares the identifiers.
//!
//! **Start reading** at `names.rs`, which converts the text of a document to a name in Rust.
//! `extensions.rs` lists the `x-…` that have a meaning, `progenitor.rs` what progenitor reserves or
//! does not support.
//!
//! The public items are the conversions, and the facts that two of the three tools use.
//! [`KEYWORDS`] and [`is_identifier`] are public for that test.

pub mod extensions;
mod identifiers;
mod integers;
mod names;
mod progenitor;
mod value_methods;

pub use identifiers::{KEYWORDS, is_identifier};
pub use integers::integer;
pub use names::{Names, PRELUDE, builder, method, pascal, snake};
pub use progenitor::{
    LARGEST_PART, MAX_BASES, PROJECT, QUERY_PAIRS, RESERVED_ARGUMENTS, UNSUPPORTED_METHODS,
};
pub use value_methods::value_methods;
