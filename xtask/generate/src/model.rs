//! The operations and string types of a document, as the typed API shows them.

use mapping::snake;

/// An operation as callers see it.
pub struct Operation {
    pub id: String,
    /// The original id of the document, which errors and spans name.
    pub documented_id: String,
    pub method: String,
    pub path: String,
    pub tags: Vec<String>,
    pub summary: String,
    pub description: String,
    /// The page of the service's documentation.
    pub page: Option<String>,
    pub deprecated: bool,
    /// The parameters; those of the path first, in its order.
    pub parameters: Vec<Parameter>,
    pub body: Option<Body>,
    pub success: Success,
    /// The name of the type of the body that callers get.
    pub output: String,
    /// The type of its schema.
    pub response: syn::Type,
    /// The statuses of errors, with their descriptions.
    pub errors: Vec<(String, String)>,
    /// The guaranteed response fields: pointers into the body, of which one is enough.
    pub guaranteed: Vec<Vec<String>>,
    pub pagination: Option<Pagination>,
    pub results: Option<Results>,
    /// The JSON pointer of the operation.
    pub pointer: String,
}

/// A group of operations.
pub struct Tag {
    pub name: String,
    pub description: String,
}

/// A parameter in the path, the query or a header.
pub struct Parameter {
    pub name: String,
    /// The name in Rust.
    pub ident: String,
    pub description: String,
    pub required: bool,
    pub location: Location,
    pub string_kind: StringKind,
    /// The text between a parameter and the one before it in the same segment of the path, if a value
    /// may contain it.
    pub separator: Option<String>,
    /// Set if the parameter is an array that is sent as one string.
    pub delimited: Option<DelimitedList>,
    /// Set if progenitor takes the parameter as pairs of a map, not as an argument.
    pub query_pair: Option<QueryPair>,
}

/// How a parameter becomes pairs of the query.
#[derive(Clone, Copy, PartialEq)]
pub enum QueryPair {
    /// One pair of name and value.
    Single,
    /// A pair for each property, whose name follows in brackets.
    DeepObject,
}

/// An array that is sent as one string.
pub struct DelimitedList {
    /// The character between two items.
    pub separator: char,
    /// The type of an item in Rust.
    pub item: String,
}

/// The `in` of a parameter.
#[derive(Clone, Copy, PartialEq)]
pub enum Location {
    Path,
    Query,
    Header,
}

/// The type of a string parameter for callers.
#[derive(Clone, PartialEq)]
pub enum StringKind {
    Plain,
    /// A newtype or an open enum of this name.
    Named(String),
    Secret,
}

/// The body of a request.
pub struct Body {
    /// The name of its schema; `None` if it is bytes.
    pub schema: Option<String>,
    /// Another name for its type, if the name of the schema misleads.
    pub alias: Option<String>,
    /// The media type, if it differs from the one that progenitor sends.
    pub media_type: Option<String>,
    /// The media types of which the caller may send bytes instead of JSON.
    pub others: Vec<String>,
    pub required: bool,
    pub description: String,
}

/// What the successful responses of an operation have in common.
#[derive(Clone, Default)]
pub struct Success {
    pub form: Form,
    /// The media types that the client can read, for the header `Accept`.
    pub accepted: Vec<String>,
    /// The statuses that are documented without a body.
    pub empty: Vec<String>,
    /// The statuses that are documented with a body.
    pub full: Vec<String>,
}

impl Success {
    /// Adds media types, each once.
    pub fn accept(&mut self, names: impl IntoIterator<Item = String>) {
        for name in names {
            if !self.accepted.contains(&name) {
                self.accepted.push(name);
            }
        }
    }
}

/// How the client reads the body of a successful response.
#[derive(Clone, Copy, Default, PartialEq)]
pub enum Form {
    /// Not at all.
    #[default]
    Nothing,
    Json,
    Text,
    Bytes,
}

/// The extension `x-pagination`: pointers into the response, and from an item to its identity.
pub struct Pagination {
    pub items: String,
    pub total: String,
    pub identity: String,
}

/// The extension `x-results`: pointers into the response, and into a part of it.
pub struct Results {
    pub items: String,
    pub success: String,
    pub identity: String,
    pub reason: String,
}

impl Operation {
    /// Returns whether it is this operation of the document.
    pub fn is(&self, operation: spec::Operation) -> bool {
        self.path == operation.path && self.method.eq_ignore_ascii_case(operation.method)
    }

    /// Returns the name of the method that makes the call.
    pub fn function(&self) -> String {
        mapping::method(&self.id)
    }

    /// Returns the name of the builder of the call.
    pub fn builder(&self) -> String {
        mapping::builder(&self.id)
    }

    /// Returns the name of the constant that describes the operation to the runtime.
    pub fn constant(&self) -> String {
        self.function().to_uppercase()
    }

    /// Returns the sort key: the last fixed part of the path, the path, and the id.
    pub fn sort_key(&self) -> String {
        let mut parts = self.path.rsplit('/');
        let fixed = parts.find(|part| !part.is_empty() && !part.contains('{'));
        format!("{} {} {}", snake(fixed.unwrap_or_default()), self.path, self.id)
    }
}

/// A newtype or an open enum of a string.
pub struct StringType {
    pub name: String,
    pub description: String,
    /// The variants of an open enum with their values; empty for a newtype.
    pub values: Vec<(String, String)>,
}
