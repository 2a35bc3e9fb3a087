//! No test covers it.

use crate::listing::rules;

rules! {
    example_member_undeclared,
    example_missing,
    example_unpaired,
    parameter_example_missing,
    property_unshown,
    request_example_missing,
}
