//! What changed between two documents, and whom it breaks.
//!
//! **Invariant:** what no kind of change knows is a change all the same, and breaks everybody.
//! **Boundary:** documents in, changes out; nothing here reads files, asks git or prints. Start
//! reading at [`compare`]: `matching` pairs what belongs together in the two documents, `walk` visits
//! each pair once, and the kinds of change (`kinds/`) say what it means: for requests of old clients,
//! for the responses they get, for Rust code against the old crate.

mod arguments;
mod bodies;
mod bounds;
mod change_kind;
mod changes;
mod context;
mod documents;
mod extensions;
mod fields;
mod fingerprints;
mod impact;
mod kind_info;
mod kinds;
mod location;
mod matched;
mod matching;
mod members;
mod names;
mod object_type;
mod operations;
mod pairs;
mod parameters;
mod paths;
mod properties;
mod resolved_object;
mod rust_type;
mod same;
mod schema_directions;
mod schema_types;
mod schemas;
mod value_list;
mod walk;

#[cfg(test)]
mod tests;

use spec::{Document, Problem, ProblemKind, Source};

pub use change_kind::ChangeKind;
pub use changes::Change;
pub use impact::{Impact, Level};
pub use kind_info::KindInfo;
pub use kinds::KINDS;
pub use location::Location;
pub use walk::compare;

/// Reads a document to compare.
///
/// # Errors
/// It is no OpenAPI 3.0 document, or has values that a parser skips.
pub fn parse(source: &Source) -> Result<Document<'_>, Vec<Problem>> {
    let document = Document::parse(source)?;
    if let Some(problem) = document.version_problem() {
        return Err(vec![problem]);
    }
    // What a reader skips cannot be compared.
    let skipped = [ProblemKind::RepeatedKey, ProblemKind::SecondDocument];
    let problems = document.problems().iter().filter(|problem| skipped.contains(&problem.kind));
    let problems: Vec<_> = problems.cloned().collect();
    if problems.is_empty() { Ok(document) } else { Err(problems) }
}
