//! References.

use crate::listing::rules;

rules! {
    ref_misplaced,
    ref_sibling_ignored,
    ref_target_mismatch,
    ref_unresolved,
}
