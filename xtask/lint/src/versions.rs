//! Fields and values of other versions of OpenAPI, and what 3.0 has in their place.

mod fields;
mod names;
mod values;

pub use fields::field;
pub use values::value;
