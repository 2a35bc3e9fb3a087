//! Checks OpenAPI documents with rules.
//!
//! **Purpose:** [`check`] takes a document and returns diagnostics: what is wrong, where, why, and
//! how to fix it. A [`Rule`] is data and one function: its texts, documents that violate it and
//! documents that do not, and its check. The documents are its test.
//!
//! **Invariant:** a diagnostic points into the text as it is written; no typed model refuses the
//! document first. Text that cannot be read, another version than OpenAPI 3.0 and a value that is
//! too costly to compare are always reported, whichever rules are selected. Every walk visits a
//! value once; where two sizes of a document could multiply, a bound ends the work and the rule
//! `value-unchecked` reports it.
//!
//! **Boundary:** nothing here prints, parses options or uses the network. The only files read are
//! those that the document refers to.
//!
//! **Where to start reading:** `check.rs`, then any file in `rules/`. A document takes this way:
//!
//! 1. `files` adds the files that the document refers to, and [`spec::Document`] parses each;
//!    `parser` turns what the parser reports into diagnostics of rules.
//! 2. `object_walk` walks the documents once, driven by the one table of what OpenAPI 3.0.3
//!    allows. Afterwards `object_index` knows what kind of object each value is, where references
//!    end, which fields are unknown and which values have another type.
//! 3. The rules run: once for the document, or for every object of the kinds that they name. They
//!    read the tree itself. `instance/` validates values against schemas where they stand, in the
//!    direction that they are sent; `contradiction/` compares schemas with each other. `versions` and
//!    `slips` know what was meant by a field or a value that is of another version, or not what the
//!    YAML around it was meant to be. `text_edits` makes the edits that fix a diagnostic, and
//!    [`fixed`] applies them.
//! 4. `suppressions` removes the diagnostics that comments in the document allow, and
//!    [`apply_baseline`] those of a baseline; both report what they name in vain.
//!
//! `explanation` writes the texts and the documents of a rule as Markdown.
//!
//! A rule is one file in the folder of its group and subject, and one line in the list of that
//! folder.

mod baseline;
mod by_node;
mod check;
mod composition;
mod contradiction;
mod examples;
mod explanation;
mod expression;
mod files;
mod fix;
mod instance;
mod listing;
mod media;
mod null;
mod object_index;
mod object_walk;
mod parser;
mod paths;
mod prelude;
mod reach;
mod ref_suggestion;
mod rule;
mod rule_selection;
mod rules;
mod secrets;
mod slips;
mod spelling;
mod styles;
mod suppressions;
mod text_edits;
mod value_advice;
mod versions;
mod words;

#[cfg(test)]
mod tests;

pub use baseline::{BaselineError, apply_baseline};
pub use check::{check, diagnostics, invalid_values, stops_generation};
pub use explanation::page_of_group;
pub use files::beside;
pub use fix::fixed;
pub use parser::diagnostic;
pub use rule::{Check, Rule};
pub use rule_selection::{RuleSelection, explanation};
pub use rules::RULES;
