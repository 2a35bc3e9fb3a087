//! The Rust types of the client that is generated from a document, and whether a change of one breaks
//! code that uses it.
//!
//! Here, and in the impact on source of each kind, is what `generate` does to a document, as far
//! as it matters to code that uses the client.

use super::context::Context;
use super::impact::Level;

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

/// What an object may have besides its properties.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Rest {
    /// Nothing that Rust shows
    #[default]
    None,
    /// Any JSON
    Any,
    /// Values of a type
    Typed,
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
    /// Whether the client declares a part of it although nothing uses it.
    pub declared: bool,
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
        let change = Self { was: texts.0, is: texts.1, type_level, null_level, declared: false };
        (type_level.max(null_level) > Level::None).then_some(change)
    }

    /// Returns the worst meaning.
    pub fn level(&self) -> Level {
        self.type_level.max(self.null_level)
    }
}
