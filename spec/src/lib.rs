//! Reads an OpenAPI document and keeps the position of every value.
//!
//! A [`Source`] is a text, a [`Document`] its values, a [`Node`] one of them. Reading says what is
//! wrong with the text ([`ParseDiagnostic`]); nothing here judges whether it is good OpenAPI. On top of the
//! values stand the few concepts that several tools share: references ([`Node::resolve`]),
//! [`operations`], and the examples as [`calls`].

mod argument;
mod builder;
mod decimal;
mod direction;
mod document;
mod equality;
mod example_call;
mod index;
mod json;
mod media_type;
mod node;
mod objects;
mod operation;
mod parameter;
mod parse_diagnostic;
mod path_template;
mod pointer;
mod ref_error_kind;
mod reference;
mod scalar;
mod source;
mod tree;
mod value;
mod version;
mod yaml;

pub use argument::{Argument, plain};
pub use decimal::{Decimal, is_integer};
pub use direction::Direction;
pub use document::Document;
pub use equality::{canonical, is_same};
pub use example_call::{ExampleCall, calls};
pub use media_type::{essence, is_json, json_content, json_of, sent_as};
pub use node::{Entry, Kind, Node};
pub use objects::{Field, FieldType, Object, ObjectKind};
pub use operation::{METHODS, Operation, operations};
pub use parameter::{is_credential_header, is_ignored_header, is_required};
pub use parse_diagnostic::{ParseDiagnostic, ParseDiagnosticKind, Span};
pub use path_template::{template_names, without_names};
pub use pointer::{pointer_key, pointer_token};
pub use ref_error_kind::RefErrorKind;
pub use reference::{RefError, percent_decode, schema_name};
pub use source::{Position, Source};
