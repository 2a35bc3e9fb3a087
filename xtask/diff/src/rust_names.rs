//! The names in Rust of operations and schemas.

use mapping::{builder, method, pascal};
use spec::Operation;

/// Returns the id of an operation; without one, that which the client takes for it.
pub fn operation_name(operation: Operation) -> String {
    let Operation { method, path, .. } = operation;
    operation.id().map_or_else(|| pascal(&format!("{method} {path}")), str::to_owned)
}

/// Whether operations of these ids have the same names in Rust.
pub fn same_name(one: &str, other: &str) -> bool {
    method(one) == method(other) && builder(one) == builder(other)
}

/// Whether schemas of these names have the same type in Rust.
pub fn same_type(one: &str, other: &str) -> bool {
    pascal(one) == pascal(other)
}
