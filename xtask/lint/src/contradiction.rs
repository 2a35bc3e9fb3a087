//! Whether schemas that apply to one value exclude each other, as far as that can be told without a
//! value.

mod alternatives;
mod bounds;
mod closed;
mod found;
mod inner;
mod search;
mod types;
mod values;

pub use bounds::PAIRS;
pub use closed::is_closed;
pub use search::Contradictions;
