//! Compares two OpenAPI documents and returns the changes with their impact.
//!
//! # Purpose
//!
//! A change has an impact on three parties: on **requests** (whether the service still accepts what
//! an old client sends), on **responses** (whether an old client still understands what the service
//! sends) and on **source** (whether Rust code that was written for the old client still compiles).
//! Each is none, compatible, risky (potentially breaking: it depends on what the document does not
//! say) or breaking.
//!
//! # Invariant
//!
//! Nothing is silent: a difference that no kind of change knows is a change, too, and breaks all
//! three. A document never differs from itself, nor from one that says the same in other words. No
//! document makes the comparison panic, and its time grows as the documents do.
//!
//! # Boundary
//!
//! Documents in, changes out. Nothing here reads files, runs git, prints or knows versions; that is
//! the command `cargo xtask diff`, which also says which other files differ. The crate does not
//! depend on `generate`: it says itself what a change means to Rust source, with names from `mapping`,
//! and `cargo xtask corpus edits` compares that with the compiler. `docs/diff/source.md` lists the
//! changes that break source by design.
//!
//! # Where to start
//!
//! Start at [`compare`] in `walk.rs`, then read one kind, such as
//! `kinds/bounds/max_length_changed.rs`.
//!
//! # The walk of the data
//!
//! 1. `matching` pairs what belongs together in the two documents: operations, parameters,
//!    responses, media types, headers, alternatives (`Matched`: pairs, removed, added).
//! 2. `walk` visits each pair once, from the roots down. `walk/queue` holds the pairs that wait, so
//!    that deep documents need no deep stack. Each has a `Context`: the direction, whether the value
//!    is transmitted, and whether the client has a Rust type for it.
//! 3. For schemas, `ResolvedObject` follows references and merges `allOf`, so that it does not
//!    matter where the parts of a schema are written.
//! 4. `proof` proves, if it can, that one of two schemas allows all values of the other. Keywords that
//!    are compared one by one say less: `maxLength` beside an `enum` of short texts changes nothing. A
//!    proof takes the impact away that a keyword alone seems to have; without a proof it stays.
//! 5. Each kind (`kinds/SUBJECT/KIND.rs`) checks the pairs of its kind of object and adds changes. The
//!    context turns a narrower or wider set of values into an [`Impact`].
//! 6. `rust_schema` decides which types in Rust schemas become. Where they differ and no kind of change
//!    says so, `rust-type-changed` does. `rust_bodies`, `rust_arguments` and `rust_properties` do the
//!    same for bodies, parameters and properties of requests.
//! 7. `walk/collected` merges what is found in several places to one [`Change`], and
//!    `walk/affected_operations` names the operations in which it is.

mod arguments;
mod bodies;
mod bounds;
mod change_kind;
mod changes;
mod choices;
mod context;
mod documents;
mod extending;
mod extensions;
mod fields;
mod fingerprints;
mod impact;
mod json_types;
mod kind_info;
mod kinds;
mod location;
mod loose;
mod matched;
mod matching;
mod members;
mod names;
mod operations;
mod pairs;
mod parameters;
mod paths;
mod proof;
mod properties;
mod referenced_files;
mod relation;
mod resolved_object;
mod responses;
mod rust_arguments;
mod rust_bodies;
mod rust_components;
mod rust_names;
mod rust_properties;
mod rust_schema;
mod rust_shape;
mod rust_type;
mod same;
mod schema_directions;
mod schema_types;
mod schemas;
mod security;
mod sentence;
mod servers;
mod value_list;
mod walk;

#[cfg(test)]
mod tests;

use spec::{Document, ParseDiagnostic, ParseDiagnosticKind, Source};

pub use change_kind::ChangeKind;
pub use changes::{AffectedOperation, Change};
pub use impact::{Impact, Level};
pub use kind_info::KindInfo;
pub use kinds::KINDS;
pub use location::Location;
pub use referenced_files::referenced_files;
pub use walk::{compare, compare_with_files};

/// Reads a document to compare.
///
/// # Errors
/// Returns the problems of a text that is not an OpenAPI 3.0 document, or that has values which a
/// parser skips, such as repeated keys.
pub fn parse(source: &Source) -> Result<Document<'_>, Vec<ParseDiagnostic>> {
    let document = Document::parse(source)?;
    if let Some(problem) = document.version_diagnostic() {
        return Err(vec![problem]);
    }
    // What a reader skips cannot be compared.
    let skipped = [ParseDiagnosticKind::RepeatedKey, ParseDiagnosticKind::SecondDocument];
    let problems = document.diagnostics().iter().filter(|problem| skipped.contains(&problem.kind));
    let problems: Vec<_> = problems.cloned().collect();
    if problems.is_empty() { Ok(document) } else { Err(problems) }
}
