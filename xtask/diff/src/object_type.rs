//! The types of objects in an OpenAPI document.

/// The kinds of objects in an OpenAPI document that are compared member by member.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ObjectType {
    Root,
    Components,
    PathItem,
    Operation,
    Parameter,
    RequestBody,
    MediaType,
    Encoding,
    Response,
    Header,
    Link,
    Schema,
    /// A schema in place of one of quite another type, so that nothing else can be compared.
    Replaced,
    SecurityScheme,
}

impl ObjectType {
    pub const ALL: &[Self] = &[
        Self::Root,
        Self::Components,
        Self::PathItem,
        Self::Operation,
        Self::Parameter,
        Self::RequestBody,
        Self::MediaType,
        Self::Encoding,
        Self::Response,
        Self::Header,
        Self::Link,
        Self::Schema,
        Self::SecurityScheme,
    ];

    /// Whether it is part of what is sent in one direction.
    pub fn is_transmitted(self) -> bool {
        !matches!(self, Self::Root | Self::Components | Self::PathItem | Self::Operation)
    }
}
