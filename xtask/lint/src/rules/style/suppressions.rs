//! Suppressions in a document, and baselines.

use crate::listing::rules;

rules! {
    baseline_reason_missing,
    baseline_stale,
    suppression_reason_missing,
    suppression_unknown,
    suppression_unused,
}
