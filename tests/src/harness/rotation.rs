//! What the tests of rotations are made of.

pub mod chaos;
pub mod shared;
pub mod slow;
pub mod store;
