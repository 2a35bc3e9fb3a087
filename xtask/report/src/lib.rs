//! How diagnostics look: one type for them, and a printer for each format.
//!
//! **Invariant:** every format has every diagnostic, at the same place. **Boundary:** nothing here
//! finds anything, or writes to a terminal or a file. Start reading at [`Diagnostic`]; a printer takes
//! [`Checked`] documents and returns text or JSON.

mod diagnostic;
mod frame;
mod github;
mod json;
mod junit;
mod pretty;
mod rule;
mod sarif;

pub use diagnostic::{Checked, Diagnostic};
pub use github::{escape as github_message, github, property as github_property};
pub use json::json;
pub use junit::junit;
pub use pretty::{all as pretty_folded, pretty};
pub use rule::{Group, RuleInfo, Severity};
pub use sarif::sarif;
