//! Suppressions in a document, and baselines.

use crate::listing::rules;

rules! {
    allowance_reason_missing,
    allowance_unknown,
    allowance_unused,
    baseline_reason_missing,
    baseline_stale,
}
