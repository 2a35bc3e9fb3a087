//! Parameters.

use crate::listing::rules;

rules! {
    allow_empty_value_misplaced,
    allow_reserved_misplaced,
    parameter_content_not_single,
    parameter_content_option,
    parameter_duplicate,
    parameter_ignored,
    parameter_schema_doubled,
    parameter_schema_missing,
    parameter_style_misplaced,
    parameter_style_undefined,
}
