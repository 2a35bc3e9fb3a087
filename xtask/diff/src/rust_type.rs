//! The Rust types of the client that is generated from a document.
//!
//! Here, and in the impact on source of each kind, is what `generate` does to a document, as far
//! as it matters to code that uses the client.

use mapping::extensions::EXTENSIBLE_ENUM;
use mapping::{builder, method, pascal};
use spec::{Node, Operation};

use super::impact::Level;
use super::pairs::ObjectPair;
use super::resolved_object::ResolvedObject;
use super::schema_types::types;
use super::schemas::referenced;

/// The type that a schema becomes in Rust, without its name.
#[derive(Clone, Debug, PartialEq)]
pub enum RustType {
    /// Any JSON
    Value,
    Text,
    Secret,
    /// An enum with `Other`
    OpenEnum,
    Bool,
    Integer(&'static str),
    Float(&'static str),
    /// A number that is one of a list
    ValueList,
    List,
    Map,
    Struct {
        /// Whether it has a field for what is not named.
        rest: bool,
    },
    /// A choice
    Union,
}

impl RustType {
    pub fn of(schema: &ResolvedObject) -> Self {
        if schema.choices().next().is_some() {
            return Self::Union;
        }
        let format = schema.text("format").unwrap_or_default();
        let listed = ["enum", EXTENSIBLE_ENUM].iter().any(|key| schema.get(key).is_some());
        match types(schema).iter().copied().collect::<Vec<_>>().as_slice() {
            ["string"] if format == "password" => Self::Secret,
            ["string"] if listed => Self::OpenEnum,
            ["string"] => Self::Text,
            ["integer" | "number"] if listed => Self::ValueList,
            ["integer"] => {
                let bound = |key| schema.get(key).map(|bound| bound.to_value().to_string());
                let (minimum, maximum) = (bound("minimum"), bound("maximum"));
                let ty = mapping::integer(format, minimum.as_deref(), maximum.as_deref());
                ty.map_or(Self::Value, Self::Integer)
            }
            ["number"] => Self::Float(if format == "float" { "f32" } else { "f64" }),
            ["boolean"] => Self::Bool,
            ["array"] => Self::List,
            ["object"] => Self::object(schema),
            [] if schema.get("properties").is_some() => Self::object(schema),
            _ => Self::Value,
        }
    }

    fn object(schema: &ResolvedObject) -> Self {
        let open = |node: Node| node.is_object() || node.as_bool() == Some(true);
        let rest = schema.all("additionalProperties").any(open);
        let closed = schema.all("additionalProperties").any(|node| node.as_bool() == Some(false));
        match schema.get("properties").is_some_and(|properties| !properties.is_empty()) {
            true => Self::Struct { rest },
            false if closed => Self::Struct { rest: false },
            false => Self::Map,
        }
    }
}

/// Whether a schema that has no name becomes a list or a map, which is empty when it is missing.
pub fn is_collection(schema: Node) -> bool {
    let named = schema.get("$ref").is_some();
    let schema = ResolvedObject::schema(schema, [schema]);
    !named
        && !schema.is_true("nullable")
        && matches!(RustType::of(&schema), RustType::List | RustType::Map)
}

/// What a change of the type of a schema means to source code.
pub fn of_type(pair: &ObjectPair) -> Level {
    match (RustType::of(&pair.base), RustType::of(&pair.head)) {
        (was, is) if was == is => Level::None,
        // An argument takes all that becomes its type, as texts do, but not all that became a text.
        (RustType::Text, RustType::Secret | RustType::OpenEnum) if pair.context.text => {
            Level::Risky
        }
        _ => Level::Breaking,
    }
}

/// The reference that gives a type its name: a schema itself, or what it only wraps.
pub fn named(schema: Node) -> Option<Node> {
    if referenced(schema).is_some() {
        return Some(schema);
    }
    let mut only = schema.get("allOf").filter(|list| list.len() == 1)?.items();
    let bare = schema.entries().all(|entry| WRAPS.contains(&entry.key));
    only.next().filter(|only| bare && referenced(*only).is_some())
}

/// What may stand beside an `allOf` of one reference, so that it is no other type.
const WRAPS: [&str; 12] = [
    "allOf",
    "title",
    "description",
    "default",
    "example",
    "deprecated",
    "readOnly",
    "writeOnly",
    "minLength",
    "maxLength",
    "pattern",
    "externalDocs",
];

/// Whether operations of these ids have the same names in Rust.
pub fn same_name(one: &str, other: &str) -> bool {
    method(one) == method(other) && builder(one) == builder(other)
}

/// Whether schemas of these names have the same type in Rust.
pub fn same_type(one: &str, other: &str) -> bool {
    pascal(one) == pascal(other)
}

/// Whether callers get the response of a status as a type.
pub fn is_typed_response(operation: Operation, status: &str) -> bool {
    spec::is_success(status) || status == "default" && operation.success().is_none()
}
