//! Diagnostics of documents, and a printer for each output format.
//!
//! **Purpose:** one type for what lint and the other commands report about a document, so that every
//! command looks the same. **Invariant:** every format has every diagnostic, at the same place; only
//! [`pretty_folded`] leaves some out, and says how many. **Boundary:** nothing here finds anything,
//! knows a rule by its id, or writes to a terminal or a file. **Where to start reading:**
//! [`Diagnostic`]: it refers to the [`RuleInfo`] of its rule and to a range of the source. A printer
//! takes [`Checked`] documents and returns text or JSON.

mod concise;
mod diagnostic;
mod documentation;
mod edit;
mod frame;
mod github;
mod json;
mod junit;
mod pretty;
mod rule;
mod sarif;
mod statistics;

pub use concise::concise;
pub use diagnostic::{Checked, Diagnostic};
pub use documentation::Documentation;
pub use edit::Edit;
pub use github::{github, github_message, github_property};
pub use json::json;
pub use junit::junit;
pub use pretty::{pretty, pretty_folded};
pub use rule::{Group, RuleInfo, Severity};
pub use sarif::sarif;
pub use statistics::{statistics, statistics_json};
