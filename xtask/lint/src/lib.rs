//! What is wrong with a document, where, why, and how to mend it.

mod baseline;
mod by_node;
mod check;
mod composition;
mod examples;
mod expression;
mod files;
mod instance;
mod listing;
mod media;
mod object;
mod object_index;
mod objects;
mod parser;
mod paths;
mod pattern;
mod prelude;
mod reach;
mod rule;
mod rule_selection;
mod rules;
mod secrets;
mod suppressions;
mod words;

#[cfg(test)]
mod tests;

pub use baseline::{BaselineError, apply_baseline};
pub use check::{check, diagnostics, stops_generation};
pub use parser::diagnostic;
pub use rule::{Check, Rule};
pub use rule_selection::{RuleSelection, find_rule};
pub use rules::RULES;
