//! The Rust types of the client that is generated from a document, and whether a change of one breaks
//! code that uses it.
//!
//! Here, and in the impact on source of each kind, is what `generate` does to a document, as far
//! as it matters to code that uses the client.

use mapping::{builder, method, pascal};
use spec::{Node, Operation};

use super::context::Context;
use super::impact::Level;
use super::pairs::ObjectPair;
use super::resolved_object::ResolvedObject;
use super::rust_schema::{RustSchemas, has_keywords};
use super::rust_shape::Rest;
use super::schemas::referenced;

/// The type that a schema becomes in Rust where it is used.
///
/// The types in it, such as those of the fields of a struct, are compared where they are written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RustType {
    /// The name of the component; a type without one has a name from its place, or none.
    pub name: Option<String>,
    /// The component around which this component is a newtype.
    pub wraps: Option<String>,
    pub form: Form,
    /// Whether it is in an `Option` where the document says so.
    pub nullable: bool,
}

/// What a type is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// Any JSON
    Value,
    Text,
    Secret,
    /// An enum with `Other`
    Enum,
    Bool,
    Integer(&'static str),
    Float,
    List,
    Map {
        typed: bool,
    },
    /// With a field for what is not named, if there may be more
    Struct(Rest),
}

/// Two types of one value that differ, and what this means to source code.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct RustChange {
    pub was: String,
    pub is: String,
    /// The meaning of another type.
    pub type_level: Level,
    /// The meaning of an `Option` more or less.
    pub null_level: Level,
}

impl RustType {
    /// Whether the client has the type although nothing in it uses it.
    pub fn is_always_declared(&self, named: bool) -> bool {
        match self.form {
            Form::Enum => true,
            Form::Text => named && self.wraps.is_none(),
            _ => false,
        }
    }

    /// Returns the type of an argument, of which callers pass what becomes it.
    pub fn argument(self) -> Self {
        let is_text = matches!(self.form, Form::Text | Form::Enum);
        Self {
            name: self.name.filter(|_| is_text),
            wraps: self.wraps.filter(|_| is_text),
            form: match self.form {
                Form::Value => Form::Text,
                Form::Struct(_) => Form::Struct(Rest::None),
                form => form,
            },
            nullable: false,
        }
    }

    /// Returns whether an `Option` more or less shows where a value is reached in this way.
    fn shows_null(&self, context: Context) -> bool {
        let is_any = self.form == Form::Value && self.name.is_none();
        match () {
            () if context.text => false,
            // Null is any JSON already; where the value may be absent, it is something else.
            () if is_any => context.is_request() && context.optional,
            // Each property of a response is an `Option`. One of a request may be null, or absent.
            () => context.is_request() || !context.optional,
        }
    }
}

impl std::fmt::Display for RustType {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let name = match (&self.name, self.form) {
            (Some(name), form) if form != Form::Secret => name,
            (_, Form::Value) => "Value",
            (_, Form::Text) => "String",
            (_, Form::Secret) => "Secret",
            (_, Form::Enum) => "enum",
            (_, Form::Bool) => "bool",
            (_, Form::Integer(name)) => name,
            (_, Form::Float) => "f64",
            (_, Form::List) => "Vec",
            (_, Form::Map { .. }) => "map",
            (_, Form::Struct(_)) => "struct",
        };
        match (&self.wraps, self.nullable) {
            (Some(wrapped), _) => write!(f, "{name} around {wrapped}"),
            (None, true) => write!(f, "Option<{name}>"),
            (None, false) => f.write_str(name),
        }
    }
}

impl RustChange {
    /// Compares the types of a value.
    pub fn between(was: RustType, is: RustType, context: Context) -> Option<Self> {
        let shows_null =
            was.nullable != is.nullable && (was.shows_null(context) || is.shows_null(context));
        let texts = (was.to_string(), is.to_string());
        let (was, is) = if context.text { (was.argument(), is.argument()) } else { (was, is) };
        let type_level = match (was.form, is.form) {
            (Form::Secret, Form::Secret) => Level::None,
            _ if (&was.name, &was.wraps, was.form) == (&is.name, &is.wraps, is.form) => Level::None,
            // An argument takes all that becomes its type, as texts do, but not all that became a text.
            (Form::Text, Form::Text | Form::Secret | Form::Enum)
                if context.text && was.name.is_none() =>
            {
                Level::Risky
            }
            _ => Level::Breaking,
        };
        let null_level = Level::breaking_if(shows_null);
        let change = Self { was: texts.0, is: texts.1, type_level, null_level };
        (type_level.max(null_level) > Level::None).then_some(change)
    }

    /// Returns the worst meaning.
    pub fn level(&self) -> Level {
        self.type_level.max(self.null_level)
    }
}

/// Whether a schema that has no name becomes a list or a map, which is empty when it is missing.
pub fn is_collection(schema: Node) -> bool {
    let ty = RustSchemas::default().type_of(&[schema]);
    ty.name.is_none() && !ty.nullable && matches!(ty.form, Form::List | Form::Map { .. })
}

/// Whether the client has a type for a component that nothing refers to, or for a part of it.
pub fn is_declared_unused(schema: Node) -> bool {
    let mut types = RustSchemas::default();
    let mut open = vec![(schema, true)];
    while let Some((node, is_named)) = open.pop() {
        if node.get("$ref").is_some() {
            continue;
        }
        if types.type_of(&[node]).is_always_declared(is_named) {
            return true;
        }
        let properties = node.get("properties").into_iter().flat_map(Node::entries);
        let parts = ["items", "additionalProperties"].into_iter().filter_map(|key| node.get(key));
        open.extend(properties.map(|entry| entry.value).chain(parts).map(|part| (part, false)));
    }
    false
}

/// Whether a schema becomes an enum in Rust.
pub fn is_enum(schema: &ResolvedObject) -> bool {
    RustSchemas::default().type_of(schema.parts()).form == Form::Enum
}

/// What a change of the type of a schema means to source code.
pub fn of_type(pair: &ObjectPair) -> Level {
    pair.rust.as_ref().map_or(Level::None, |change| change.type_level)
}

/// The reference that gives a type its name: a schema itself, or what it only wraps.
pub fn named(schema: Node) -> Option<Node> {
    if referenced(schema).is_some() {
        return Some(schema);
    }
    let is_bare =
        !has_keywords(schema) && ["oneOf", "anyOf"].iter().all(|key| schema.get(key).is_none());
    let mut only = schema.get("allOf").filter(|list| list.len() == 1)?.items();
    only.next().filter(|only| is_bare && referenced(*only).is_some())
}

/// Returns the id of an operation; without one, that which the client takes for it.
pub fn operation_name(operation: Operation) -> String {
    let Operation { method, path, .. } = operation;
    operation.id().map_or_else(|| pascal(&format!("{method} {path}")), str::to_owned)
}

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
