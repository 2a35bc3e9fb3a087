//! Generates the Rust code of the client and its tests from an OpenAPI document.
//!
//! **Invariant:** the same document, with its keys in any order, gives the same files. Either all
//! generated code compiles, or the result is an [`Unsupported`] with a place in the document.
//! progenitor's output is never patched: a pass removes beforehand what it cannot handle.
//!
//! **Boundary:** nothing here reads or writes files, prints, or runs lint. The command line runs lint
//! first, and writes the files. Names in Rust and other facts that lint and diff need, too, are in the
//! crate `mapping`.
//!
//! **Start reading** at `pipeline.rs`, which has the steps in order:
//!
//! 1. `lower.rs` runs small passes over a copy of the document, one file each, with a document before
//!    and after as its test. `NORMALIZE` gives types the names and the openness that the client shows.
//! 2. `reader.rs` reads the operations of the normalized document into the types of `model.rs`.
//! 3. `lower.rs` then runs `FOR_PROGENITOR`, which removes what the typed API handles itself: errors,
//!    request bodies, path segments, secrets.
//! 4. `api.rs` runs progenitor, which writes the private client. If progenitor fails or panics, the
//!    operations are bisected to find the place.
//! 5. `signatures.rs` reads that code back. From the model and the signatures, `operations.rs` and
//!    `values.rs` write the typed API, and `test_suite.rs` the tests. `untested.rs` decides which
//!    examples have no test: those that their schemas do not allow, which lint finds and the command
//!    passes as `InvalidValues`, and those that the client does not yet send or read.
//! 6. `order.rs` decides where code is placed, so that two branches seldom add lines at one place:
//!    operations by the last fixed part of their path, types by name, with a fixed line for each
//!    letter. `text.rs` formats it with prettyplease.
//!
//! `runtime.rs` has the functions that only some documents need at run time.
//!
//! Every public item is documented: `lower/facts.rs` says in descriptions what other keywords say,
//! `lower/descriptions.rs` writes those that the document lacks, and `docs.rs` the documentation of
//! calls. `markdown.rs` escapes descriptions for rustdoc. `pointer_access.rs` turns the JSON pointers of
//! extensions into accesses to fields, for `guaranteed.rs`, `pages.rs` and `results.rs`. `outputs.rs`
//! names what a call takes and returns.

mod aliases;
mod api;
mod arguments;
mod call_builder;
mod decoders;
mod docs;
mod examples;
mod finite;
mod guaranteed;
mod invalid_values;
mod lost;
mod lower;
mod markdown;
mod model;
mod operations;
mod order;
mod outputs;
mod pages;
mod pipeline;
mod pointer_access;
mod reader;
mod response_type;
mod results;
mod runtime;
mod send;
mod signatures;
mod test_suite;
mod text;
mod timestamps;
mod unsupported;
mod untested;
mod values;

pub use invalid_values::InvalidValues;
pub use pipeline::{File, Items, Output, generate, prepare};
pub use unsupported::Unsupported;
