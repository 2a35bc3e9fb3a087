//! The public API of the client in plain lines, read from its sources.
//!
//! Parameter names and all types are in it, under the names by which callers reach them, so that a
//! change of the listing is a change for callers, and nothing else is.

mod listing;
mod macros;
mod modules;
mod names;
mod parts;
mod source;

#[cfg(test)]
mod tests;

pub use listing::PublicApi;
pub use modules::{Files, Modules};
