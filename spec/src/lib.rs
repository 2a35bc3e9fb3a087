//! The rules of OpenAPI 3.0.3, and a document with the position of every value.
//!
//! **Purpose:** the facts about OpenAPI that several tools need are here once: the table of objects
//! and fields ([`Object`]), references ([`Node::resolve`]), [`operations`], parameters, media
//! types, path templates, equality of values and the calls that the examples make up ([`calls`]).
//!
//! **Invariant:** no rules about good style. Parsing reports what is wrong with the text
//! ([`ParseDiagnostic`]), and nothing here says whether it is good OpenAPI. Objects and arrays nest
//! at most 128 deep, so that recursion over a document is safe.
//!
//! **Boundary:** no Rust, no client, no output. The only file that is read is the one that
//! [`Source::read`] names.
//!
//! **Where to start reading:** `document.rs`. A [`Source`] is a text; `json/` or `yaml/` reads it and
//! `builder/` puts the values into `tree.rs`, which [`Document`] keeps; a [`Node`] is one of them.

mod argument;
mod builder;
mod conflict;
mod decimal;
mod direction;
mod document;
mod equality;
mod example_call;
mod hint;
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
pub use media_type::{essence, is_json, is_read_as_text, json_content, json_of, sent_as};
pub use node::{Entry, Kind, Node};
pub use objects::{Field, FieldType, Object, ObjectKind};
pub use operation::{METHODS, Operation, is_success, operations};
pub use parameter::{is_credential_header, is_ignored_header, is_required};
pub use parse_diagnostic::{ParseDiagnostic, ParseDiagnosticKind, Span};
pub use path_template::{separated_template_names, template_names, without_names};
pub use pointer::{pointer_key, pointer_token};
pub use ref_error_kind::RefErrorKind;
pub use reference::{NAMED_SCHEMA, RefError, is_url, percent_decode, schema_name};
pub use source::{Position, Source};
pub use yaml::{in_quotes, key_slip};
