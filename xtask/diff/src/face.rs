//! What the client that is generated from a document shows of it.
//!
//! Here, and in the `source` verdict of each kind, is what `generate` does to a document, as far
//! as it matters to code that uses the client.

use std::collections::BTreeSet;

use mapping::extensions::EXTENSIBLE_ENUM;
use mapping::{PROJECT, builder, method, pascal};
use spec::{Node, Operation};

use super::matching::{is_ignored, text};
use super::pair::Pair;
use super::paths::places;
use super::schemas::referenced;
use super::side::Side;
use super::verdict::Level;

/// The type that a schema becomes in Rust, without its name.
#[derive(Clone, Debug, PartialEq)]
pub enum Type {
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
    Listed,
    List,
    Map,
    Struct {
        /// Whether it has a field for what is not named.
        rest: bool,
    },
    /// A choice
    Union,
}

impl Type {
    pub fn of(schema: &Side) -> Self {
        if schema.choices().next().is_some() {
            return Self::Union;
        }
        let format = schema.text("format").unwrap_or_default();
        let listed = ["enum", EXTENSIBLE_ENUM].iter().any(|key| schema.get(key).is_some());
        match types(schema).iter().copied().collect::<Vec<_>>().as_slice() {
            ["string"] if format == "password" => Self::Secret,
            ["string"] if listed => Self::OpenEnum,
            ["string"] => Self::Text,
            ["integer" | "number"] if listed => Self::Listed,
            ["integer"] => Self::Integer(integer(format)),
            ["number"] => Self::Float(if format == "float" { "f32" } else { "f64" }),
            ["boolean"] => Self::Bool,
            ["array"] => Self::List,
            ["object"] => Self::object(schema),
            [] if schema.get("properties").is_some() => Self::object(schema),
            _ => Self::Value,
        }
    }

    fn object(schema: &Side) -> Self {
        let typed = schema.all("additionalProperties").any(Node::is_object);
        let closed = schema.all("additionalProperties").any(|node| node.as_bool() == Some(false));
        match schema.get("properties").is_some_and(|properties| !properties.is_empty()) {
            true => Self::Struct { rest: typed },
            false if closed => Self::Struct { rest: false },
            false => Self::Map,
        }
    }
}

fn integer(format: &str) -> &'static str {
    match format {
        "int8" => "i8",
        "uint8" => "u8",
        "int16" => "i16",
        "uint16" => "u16",
        "int32" | "int" => "i32",
        "uint32" | "uint" => "u32",
        "uint64" => "u64",
        _ => "i64",
    }
}

/// The types that a schema allows; none if it does not say.
pub fn types<'d>(schema: &Side<'d>) -> BTreeSet<&'d str> {
    let mut allowed: Option<BTreeSet<&str>> = None;
    for value in schema.all("type") {
        let of_value = value.as_str().into_iter().chain(value.items().filter_map(Node::as_str));
        let of_value: BTreeSet<_> = of_value.filter(|name| *name != "null").collect();
        allowed = Some(match allowed {
            Some(known) => known.intersection(&of_value).copied().collect(),
            None => of_value,
        });
    }
    allowed.unwrap_or_default()
}

/// Whether a value of a type is one of these types, too.
///
/// In a text, such as a query, every number and truth value is a string.
pub fn allows(types: &BTreeSet<&str>, name: &str, text: bool) -> bool {
    types.contains(name)
        || name == "integer" && types.contains("number")
        || text && types.contains("string") && matches!(name, "boolean" | "integer" | "number")
}

/// Whether no value of one schema is of a type of the other.
pub fn are_apart(base: &Side, head: &Side, text: bool) -> bool {
    let (was, is) = (types(base), types(head));
    let none_of = |some: &BTreeSet<&str>, all: &BTreeSet<&str>| {
        !some.is_empty() && !all.is_empty() && !some.iter().any(|name| allows(all, name, text))
    };
    none_of(&was, &is) && none_of(&is, &was)
}

/// Whether a schema that has no name becomes a list or a map, which is empty when it is missing.
pub fn is_collection(schema: Node) -> bool {
    let named = schema.get("$ref").is_some();
    let schema = Side::schema(schema, [schema]);
    !named && !schema.says("nullable") && matches!(Type::of(&schema), Type::List | Type::Map)
}

/// What a change of the type of a schema means to source code.
pub fn of_type(pair: &Pair) -> Level {
    match (Type::of(&pair.base), Type::of(&pair.head)) {
        (was, is) if was == is => Level::None,
        // An argument takes all that becomes its type, as texts do, but not all that became a text.
        (Type::Text, Type::Secret | Type::OpenEnum) if pair.reach.text => Level::Risky,
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

/// Whether callers set a parameter; there are none in cookies, and credentials are the client's.
pub fn shows(parameter: Node) -> bool {
    let name = text(parameter, "name");
    let schemes = parameter.document().at("/components/securitySchemes");
    let is_credential = |scheme: Node| {
        text(scheme, "in") == "header" && text(scheme, "name").eq_ignore_ascii_case(name)
    };
    match text(parameter, "in") {
        "cookie" => false,
        "header" => !schemes
            .is_some_and(|schemes| schemes.entries().any(|entry| is_credential(entry.value))),
        "path" => name != PROJECT,
        _ => true,
    }
}

/// Whether callers get the answer of a status as a type.
pub fn is_answer(operation: Operation, status: &str) -> bool {
    let success = |status: &str| status.starts_with('2');
    success(status)
        || status == "default" && !operation.responses().any(|(status, _)| success(status))
}

/// The parameters that are arguments of a call, in their order.
pub fn arguments(operation: Operation) -> Vec<Node> {
    let order = places(operation.path);
    let place = |node: &Node| match text(*node, "in") {
        "path" => order.get(text(*node, "name")).copied().unwrap_or(order.len()),
        _ => order.len() + 1,
    };
    let parameters = operation.parameters().into_iter();
    let mut arguments: Vec<_> =
        parameters.filter(|&node| !is_ignored(node) && shows(node) && is_required(node)).collect();
    arguments.sort_by_key(place);
    arguments
}

/// Whether a parameter must be given.
pub fn is_required(parameter: Node) -> bool {
    text(parameter, "in") == "path"
        || parameter.get("required").and_then(Node::as_bool) == Some(true)
}
