//! Proves the client against the documented examples, and under faults.
#![cfg(test)]

mod answers;
mod blocking;
mod check;
mod connections;
mod coverage;
mod examples;
mod faults;
mod mock;
#[rustfmt::skip]
#[allow(dead_code, reason = "some operations have no example that a test can send")]
mod generated;
mod ids;
mod leaks;
mod matrix;
mod pages;
mod peer;
mod prints;
mod results;
mod rotation;
mod scripted;
mod server;
mod tls;
mod token;
