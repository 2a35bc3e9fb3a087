//! What each object of OpenAPI 3.0.3 is, and what its fields hold.

mod call;
mod document;
mod kind;
mod object;
mod schema;
mod security;
mod table;
mod words;

pub use kind::ObjectKind;
pub use object::{Field, FieldType, Object};
