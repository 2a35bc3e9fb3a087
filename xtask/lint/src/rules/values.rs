//! Values that are not what their schema says.

use crate::listing::rules;

rules! {
    default_invalid,
    enum_value_invalid,
    example_direction_wrong,
    example_invalid,
    value_unchecked,
}
