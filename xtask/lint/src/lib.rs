//! What is wrong with a document, where, why, and how to mend it.

mod allowances;
mod baseline;
mod by_node;
mod check;
mod choice;
mod composition;
mod examples;
mod expression;
mod files;
mod instance;
mod listing;
mod media;
mod object;
mod objects;
mod outline;
mod parser;
mod paths;
mod pattern;
mod prelude;
mod reach;
mod rule;
mod rules;
mod secrets;
mod words;

#[cfg(test)]
mod tests;

pub use baseline::{BaselineError, apply_baseline};
pub use check::{check, findings, stops_generation};
pub use choice::{Choice, unknown_rule};
pub use parser::finding;
pub use rule::{Check, Rule};
pub use rules::RULES;
