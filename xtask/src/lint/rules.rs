//! All rules, in the order of their names.

use super::rule::Rule;

mod example_invalid;
mod example_missing;
mod external_docs_missing;
mod operation_id_duplicate;
mod operation_id_missing;
mod path_parameter_undeclared;
mod path_parameter_unused;
mod ref_unresolved;

/// Every rule that there is.
pub static RULES: &[&Rule] = &[
    &example_invalid::RULE,
    &example_missing::RULE,
    &external_docs_missing::RULE,
    &operation_id_duplicate::RULE,
    &operation_id_missing::RULE,
    &path_parameter_undeclared::RULE,
    &path_parameter_unused::RULE,
    &ref_unresolved::RULE,
];
