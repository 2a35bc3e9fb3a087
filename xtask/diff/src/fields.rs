//! Which members an object has by OpenAPI, and of what form they are.

use std::collections::BTreeSet;

use spec::{Kind, Node};

use super::pair::{Object, Pair};

/// The form of a member.
#[derive(Clone, Copy)]
pub enum Form {
    Any,
    Flag,
    Number,
    Text,
    List,
    /// A list of texts
    Names,
    Object,
    /// `additionalProperties`
    FlagOrObject,
    /// `type`, of which later versions have lists
    TextOrList,
    /// `exclusiveMaximum`, which later versions have as a number
    FlagOrNumber,
}

use Form::*;

impl Form {
    pub fn fits(self, node: Node) -> bool {
        match (self, node.kind()) {
            (Any, _) => true,
            (Flag, kind) => kind == Kind::Bool,
            (Number, kind) => kind == Kind::Number,
            (Text, kind) => kind == Kind::String,
            (List, kind) => kind == Kind::Array,
            (Names, _) => node.is_array() && node.items().all(|item| item.as_str().is_some()),
            (Object, kind) => kind == Kind::Object,
            (FlagOrObject, kind) => matches!(kind, Kind::Bool | Kind::Object),
            (TextOrList, kind) => matches!(kind, Kind::String | Kind::Array),
            (FlagOrNumber, kind) => matches!(kind, Kind::Bool | Kind::Number),
        }
    }
}

/// The names of the members that two objects have, each once.
pub fn keys<'d>(pair: &Pair<'d>) -> BTreeSet<&'d str> {
    let sides = [&pair.base, &pair.head].into_iter();
    sides.flat_map(|side| side.parts()).flat_map(|part| part.entries()).map(|e| e.key).collect()
}

/// Whether some kind of change looks at a member, and can read these values of it.
pub fn classified<'d>(
    object: Object,
    key: &str,
    mut values: impl Iterator<Item = Node<'d>>,
) -> bool {
    let form = known(object).iter().find(|(known, _)| *known == key).map(|(_, form)| *form);
    form.is_some_and(|form| values.all(|value| form.fits(value)))
}

fn known(object: Object) -> &'static [(&'static str, Form)] {
    match object {
        Object::Root => ROOT,
        Object::Components => COMPONENTS,
        Object::PathItem => PATH_ITEM,
        Object::Operation => OPERATION,
        Object::Parameter => PARAMETER,
        Object::RequestBody => REQUEST_BODY,
        Object::MediaType => MEDIA_TYPE,
        Object::Encoding => ENCODING,
        Object::Response => RESPONSE,
        Object::Header => HEADER,
        Object::Link => LINK,
        Object::Schema | Object::Replaced => SCHEMA,
        Object::SecurityScheme => SECURITY_SCHEME,
    }
}

type Fields = &'static [(&'static str, Form)];

const ROOT: Fields = &[
    ("openapi", Any),
    ("info", Object),
    ("externalDocs", Any),
    ("servers", List),
    ("security", List),
    ("tags", List),
    ("paths", Object),
    ("components", Object),
];

const COMPONENTS: Fields = &[
    ("schemas", Object),
    ("responses", Object),
    ("parameters", Object),
    ("examples", Object),
    ("requestBodies", Object),
    ("headers", Object),
    ("securitySchemes", Object),
    ("links", Object),
    ("callbacks", Object),
];

const PATH_ITEM: Fields = &[
    ("$ref", Text),
    ("summary", Any),
    ("description", Any),
    ("servers", List),
    ("parameters", List),
    ("get", Object),
    ("put", Object),
    ("post", Object),
    ("delete", Object),
    ("options", Object),
    ("head", Object),
    ("patch", Object),
    ("trace", Object),
];

const OPERATION: Fields = &[
    ("tags", Any),
    ("summary", Any),
    ("description", Any),
    ("externalDocs", Any),
    ("operationId", Text),
    ("parameters", List),
    ("requestBody", Object),
    ("responses", Object),
    ("callbacks", Object),
    ("deprecated", Flag),
    ("security", List),
    ("servers", List),
];

const PARAMETER: Fields = &[
    ("name", Text),
    ("in", Text),
    ("description", Any),
    ("required", Flag),
    ("deprecated", Flag),
    ("allowEmptyValue", Flag),
    ("style", Text),
    ("explode", Flag),
    ("allowReserved", Flag),
    ("schema", Object),
    ("content", Object),
    ("example", Any),
    ("examples", Any),
];

const HEADER: Fields = &[
    ("description", Any),
    ("required", Flag),
    ("deprecated", Flag),
    ("allowEmptyValue", Flag),
    ("style", Text),
    ("explode", Flag),
    ("allowReserved", Flag),
    ("schema", Object),
    ("content", Object),
    ("example", Any),
    ("examples", Any),
];

const REQUEST_BODY: Fields = &[("description", Any), ("content", Object), ("required", Flag)];

const MEDIA_TYPE: Fields =
    &[("schema", Object), ("example", Any), ("examples", Any), ("encoding", Object)];

const ENCODING: Fields = &[
    ("contentType", Text),
    ("headers", Object),
    ("style", Text),
    ("explode", Flag),
    ("allowReserved", Flag),
];

const RESPONSE: Fields =
    &[("description", Any), ("headers", Object), ("content", Object), ("links", Object)];

const LINK: Fields = &[
    ("operationRef", Any),
    ("operationId", Any),
    ("parameters", Any),
    ("requestBody", Any),
    ("description", Any),
    ("server", Any),
];

const SECURITY_SCHEME: Fields = &[
    ("type", Text),
    ("description", Any),
    ("name", Text),
    ("in", Text),
    ("scheme", Text),
    ("bearerFormat", Any),
    ("flows", Object),
    ("openIdConnectUrl", Any),
];

const SCHEMA: Fields = &[
    ("$comment", Any),
    ("$ref", Text),
    ("additionalProperties", FlagOrObject),
    ("allOf", List),
    ("anyOf", List),
    ("default", Any),
    ("deprecated", Flag),
    ("description", Any),
    ("discriminator", Object),
    ("enum", List),
    ("example", Any),
    ("examples", Any),
    ("exclusiveMaximum", FlagOrNumber),
    ("exclusiveMinimum", FlagOrNumber),
    ("externalDocs", Any),
    ("format", Text),
    ("items", Object),
    ("maxItems", Number),
    ("maxLength", Number),
    ("maxProperties", Number),
    ("maximum", Number),
    ("minItems", Number),
    ("minLength", Number),
    ("minProperties", Number),
    ("minimum", Number),
    ("multipleOf", Number),
    ("not", Object),
    ("nullable", Flag),
    ("oneOf", List),
    ("pattern", Text),
    ("properties", Object),
    ("readOnly", Flag),
    ("required", Names),
    ("title", Any),
    ("type", TextOrList),
    ("uniqueItems", Flag),
    ("writeOnly", Flag),
    (mapping::extensions::EXTENSIBLE_ENUM, List),
    ("xml", Any),
];
