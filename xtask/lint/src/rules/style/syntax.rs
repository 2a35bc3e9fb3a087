//! The form of the text.

use crate::listing::rules;

rules! {
    alias_used,
    key_order,
}
