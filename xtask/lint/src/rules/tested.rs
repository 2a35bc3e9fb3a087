//! Rules about the examples that tests replay.

use crate::listing::rules;

rules! {
    example_member_undeclared,
    example_missing,
    example_unpaired,
    parameter_example_missing,
    property_unshown,
    request_example_missing,
}
