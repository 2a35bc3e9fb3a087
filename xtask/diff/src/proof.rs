//! Proves that one schema allows all values that another one allows.
//!
//! Keywords that are compared one by one say less than they do together: `maxLength` beside an `enum`
//! of short texts changes nothing, and `> 0` is `>= 1` for integers. A proof looks at schemas as the
//! sets of their values. What cannot be proven stays as the keywords alone say, so that a missing
//! proof never hides a change.

mod choices;
mod disjoint;
mod formats;
mod lists;
mod null;
mod numbers;
mod objects;
mod prover;
mod scalars;
mod schema;
mod values;

pub use prover::Prover;
