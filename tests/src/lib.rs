//! Tests of the client against the documented examples, and with faults.
//!
//! `harness/` has what the tests are made of, the other modules are suites. `generated.rs` has a test
//! for every documented example.
#![cfg(test)]

mod blocking;
mod connections;
mod coverage;
mod documented;
mod failure_messages;
mod faults;
mod mock;
#[rustfmt::skip]
#[allow(dead_code, reason = "some operations have no example that a test can send")]
mod generated;
mod harness;
mod leaks;
mod matrix;
mod pages;
mod responses;
mod results;
mod rotation;
mod token;
