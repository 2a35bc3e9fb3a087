//! Links, callbacks and runtime expressions.

use crate::listing::rules;

rules! {
    callback_expression_invalid,
    link_operation_unknown,
    link_target_doubled,
    link_target_missing,
    runtime_expression_invalid,
    runtime_expression_undeclared,
}
