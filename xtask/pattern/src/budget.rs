//! A bound on the work of all matches.

use std::cell::Cell;

/// How many steps one match may take.
const MAX_STEPS: u64 = 1_000_000;

/// How many steps all matches that share a budget may take.
const MAX_STEPS_IN_ALL: u64 = 5_000_000;

/// The steps that are left.
pub struct Budget(Cell<u64>);

/// To read or match the pattern would take more than it may.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TooCostly;

impl Default for Budget {
    fn default() -> Self {
        Self(Cell::new(MAX_STEPS_IN_ALL))
    }
}

impl Budget {
    /// Runs a match with the steps that it may take, and takes those that it has taken.
    pub fn spend<T>(&self, run: impl FnOnce(&mut u64) -> T) -> T {
        let limit = MAX_STEPS.min(self.0.get());
        let mut left = limit;
        let result = run(&mut left);
        self.0.set(self.0.get() - (limit - left));
        result
    }
}
