//! The commands `lint`, `diff` and `reference`, and what all commands share: how they fail, print and find the
//! workspace.
//!
//! The program of `cargo xtask` is kept small, so that an edit of a rule is compiled and linked fast,
//! and `lint` and `diff` compile no generator. Commands that need more are programs of their own:
//! `generator`, `bench`, and that of the mock server. `generator` has these two commands as well.

pub mod commands;
pub mod console;
pub mod failure;
mod program;
pub mod workspace;

pub use program::{Arguments as ProgramArguments, run as run_program};
