//! Puts the values that a reader meets into a tree.

mod copy;
mod keys;
mod merge;
mod tree_builder;

pub(crate) use tree_builder::{Builder, Next, too_deep};
