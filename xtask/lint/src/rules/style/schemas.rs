//! Schemas and components.

use crate::listing::rules;

rules! {
    component_unused,
    composition_single,
    integer_format_missing,
    required_undeclared,
    schema_name_case,
    schema_type_missing,
}
