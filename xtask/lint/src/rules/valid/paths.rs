//! Paths and their templates.

use crate::listing::rules;

rules! {
    path_duplicate,
    path_item_ref_sibling,
    path_parameter_optional,
    path_parameter_undeclared,
    path_parameter_unused,
    path_query,
    path_slash_missing,
    path_template_invalid,
}
