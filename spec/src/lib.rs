//! Reads an OpenAPI document and keeps the position of every value.
//!
//! A [`Source`] is a text, a [`Document`] its values, a [`Node`] one of them. Reading says what is
//! wrong with the text ([`Problem`]); nothing here judges whether it is good OpenAPI. On top of the
//! values stand the few concepts that several tools share: references ([`Node::resolve`]),
//! [`operations`], and the examples as [`calls`].

mod argument;
mod builder;
mod call;
mod content;
mod direction;
mod document;
mod index;
mod json;
mod node;
mod operation;
mod parameter;
mod pointer;
mod problem;
mod reference;
mod scalar;
mod source;
mod tree;
mod value;
mod version;
mod yaml;

pub use argument::{Argument, plain};
pub use call::{Call, calls};
pub use content::{essence, is_json, json_content};
pub use direction::Direction;
pub use document::Document;
pub use node::{Entry, Kind, Node};
pub use operation::{METHODS, Operation, operations};
pub use parameter::is_ignored_header;
pub use problem::{Problem, ProblemKind, Span};
pub use reference::{RefError, RefFault, percent_decode};
pub use source::{Position, Source};
