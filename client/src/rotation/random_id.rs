//! Names that no other rotation has.

/// Returns a random id of 32 hexadecimal digits.
pub(super) fn random_id() -> String {
    format!("{:032x}", fastrand::u128(..))
}
