//! What the tests of rotations are made of.

pub mod chaos;
pub mod rotate_once;
pub mod scene;
pub mod schedule;
pub mod shared;
pub mod slow;
pub mod store;
