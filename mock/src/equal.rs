//! Comparison of secrets.

use subtle::ConstantTimeEq;

/// Returns whether two texts are equal, in constant time.
pub(crate) fn equal(one: &str, other: &str) -> bool {
    one.as_bytes().ct_eq(other.as_bytes()).into()
}
