//! Whether a value is what a schema says, with the place of each part that is not.
//!
//! The crate jsonschema would need in its own dialect what `nullable`, `readOnly` and
//! `discriminator` mean, twice, once for requests and once for responses; and compiling a large
//! document for it takes three times as long as reading it. Here both are read as they stand.

mod composed;
mod container;
mod discriminator;
mod format;
mod help;
mod scalar;
#[cfg(test)]
mod tests;
mod validator;
mod violation;

pub use format::is_email;
pub use validator::Validator;
pub use violation::Violation;
