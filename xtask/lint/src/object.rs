//! The kinds of object that OpenAPI 3.0.3 has, and what a field of one may hold.

use spec::Node;

use super::objects;

/// What an object is by its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    Callback,
    Components,
    Contact,
    Discriminator,
    Encoding,
    Example,
    ExternalDocs,
    Header,
    Info,
    License,
    Link,
    MediaType,
    OAuthFlow,
    OAuthFlows,
    OpenApi,
    Operation,
    Parameter,
    PathItem,
    Paths,
    RequestBody,
    Response,
    Responses,
    Schema,
    SecurityRequirement,
    SecurityScheme,
    Server,
    ServerVariable,
    Tag,
    Xml,
}

impl Kind {
    /// Every kind, each at its own number.
    pub const ALL: [Self; 29] = [
        Self::Callback,
        Self::Components,
        Self::Contact,
        Self::Discriminator,
        Self::Encoding,
        Self::Example,
        Self::ExternalDocs,
        Self::Header,
        Self::Info,
        Self::License,
        Self::Link,
        Self::MediaType,
        Self::OAuthFlow,
        Self::OAuthFlows,
        Self::OpenApi,
        Self::Operation,
        Self::Parameter,
        Self::PathItem,
        Self::Paths,
        Self::RequestBody,
        Self::Response,
        Self::Responses,
        Self::Schema,
        Self::SecurityRequirement,
        Self::SecurityScheme,
        Self::Server,
        Self::ServerVariable,
        Self::Tag,
        Self::Xml,
    ];
}

/// What the specification says of an object.
#[derive(Debug)]
pub struct Object {
    pub kind: Kind,
    /// What messages call it.
    pub name: &'static str,
    /// The fields with a fixed name, sorted by it.
    pub fields: &'static [Field],
    /// What every other field holds, if there may be others.
    pub others: Option<Type>,
    /// Whether fields that start with `x-` are free.
    pub extensible: bool,
}

/// A field with a fixed name.
#[derive(Debug)]
pub struct Field {
    pub name: &'static str,
    pub holds: Type,
    pub required: bool,
}

/// What a field holds.
#[derive(Clone, Copy, Debug)]
pub enum Type {
    Any,
    Text,
    /// A string that is an absolute or relative URL.
    Url,
    /// A string that is an e-mail address.
    Email,
    /// One of these strings.
    OneOf(&'static [&'static str]),
    Bool,
    Number,
    /// A number above zero.
    Positive,
    /// A whole number of at least zero.
    Count,
    /// An object of this kind and no reference.
    Object(Kind),
    /// An object of this kind, or a reference to one.
    Part(Kind),
    /// The text of a reference to an object of this kind.
    Reference(Kind),
    /// A schema, or whether anything is allowed.
    SchemaOrBool,
    List(&'static Type),
    /// A list with at least one item.
    Several(&'static Type),
    Map(&'static Type),
}

impl Object {
    /// What the specification says of the object that a node is. Some kinds have variants, which
    /// depend on a field or on the place.
    pub fn of(kind: Kind, node: Node) -> &'static Self {
        objects::of(kind, node)
    }

    /// The name of a kind with its article.
    pub fn name(kind: Kind) -> String {
        objects::name(kind)
    }

    /// The field of that name.
    pub fn field(&self, name: &str) -> Option<&'static Field> {
        let fields = self.fields;
        fields.binary_search_by_key(&name, |field| field.name).ok().map(|at| &fields[at])
    }

    /// The name with its article.
    pub fn title(&self) -> String {
        let vowel = self.name.starts_with(['a', 'e', 'i', 'o', 'O', 'X']);
        format!("{} {}", if vowel { "an" } else { "a" }, self.name)
    }
}

impl Type {
    /// What to write, in words.
    pub fn words(&self) -> String {
        match self {
            Self::Any => "any value".into(),
            Self::Text | Self::Url | Self::Email | Self::Reference(_) => "a string".into(),
            Self::OneOf(values) => format!("one of `{}`", values.join("`, `")),
            Self::Bool => "`true` or `false`".into(),
            Self::Number => "a number".into(),
            Self::Positive => "a number above 0".into(),
            Self::Count => "a whole number, 0 or more".into(),
            Self::Object(kind) => format!("{} object", objects::name(*kind)),
            Self::Part(kind) => format!("{} object or a reference", objects::name(*kind)),
            Self::SchemaOrBool => "a schema object or a boolean".into(),
            Self::List(item) | Self::Several(item) => match item {
                Self::Text => "a list of strings".into(),
                Self::Object(kind) | Self::Part(kind) => {
                    format!("a list, each item {} object", objects::name(*kind))
                }
                _ => "a list".into(),
            },
            Self::Map(value) => match value {
                Self::Object(kind) | Self::Part(kind) => {
                    format!("an object, each value {} object", objects::name(*kind))
                }
                Self::Text => "an object whose values are strings".into(),
                _ => "an object".into(),
            },
        }
    }
}
