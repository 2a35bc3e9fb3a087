//! Proves the client against the documented examples, and under faults.
#![cfg(test)]

mod answers;
mod check;
mod coverage;
mod faults;
#[rustfmt::skip]
mod generated;
mod ids;
mod pages;
mod server;
