//! Lists the public API of a crate in plain lines, read from its sources.
//!
//! **Purpose.** The listing of the client is committed, so that a pull request shows what changes
//! for its callers.
//!
//! **Invariant.** A change of the listing is a change for callers, and every change of names or
//! types for callers changes the listing. Each line has one part of a declaration (a field, a
//! variant, a method, an implemented trait), with parameter names and with all types under the
//! paths by which callers reach them. It does not depend on which module declares what.
//!
//! **Boundary.** It works on the sources that it is given, as text or as items: it reads no files, and knows
//! neither the client nor the commands. Of macros it expands those that take the name of a type and
//! the variants of an enum, as those of the client do.
//!
//! **Where to start.** [`list`], then `listing.rs`, which goes through the declarations.
//!
//! **The walk of the data.** The text of each file → `lexemes` splits it → `source` removes comments
//! and function bodies, and parses the rest → `modules` builds the tree of modules, in which `macros` expands what macros declare →
//! `naming` finds the public name of each declaration → `parts` takes each declaration apart →
//! `names` writes the names of callers into each part → a sorted line for each.

mod error;
mod lexemes;
mod listing;
mod macros;
mod modules;
mod names;
mod naming;
mod parts;
mod source;

#[cfg(test)]
mod tests;

pub use error::Error;
pub use modules::{Files, ParsedCrate};
pub use source::Source;

/// Returns what callers of a crate can name: one line for each part, sorted by the names that the
/// parts belong to.
///
/// A line ends with `// names CRATE` if its part has a type of a crate other than `core`,
/// `futures_util`, `serde` and `std`.
pub fn list(parsed: &ParsedCrate) -> String {
    listing::Listing::new(parsed).to_string()
}
