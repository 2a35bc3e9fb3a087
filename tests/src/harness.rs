//! What the tests are made of: servers that fail, documented calls, canaries, rotations under faults.

pub mod canaries;
pub mod check;
pub mod examples;
pub mod leak_search;
pub mod log;
pub mod peer;
pub mod planted;
pub mod prints;
pub mod rotation;
pub mod scripted;
pub mod server;
pub mod tls;
