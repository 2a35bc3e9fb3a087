//! Values that do not match their schemas.

use crate::listing::rules;

rules! {
    default_invalid,
    enum_value_invalid,
    example_direction_wrong,
    example_invalid,
    value_unchecked,
}
