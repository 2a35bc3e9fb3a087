//! Schemas.

use super::kind::ObjectKind as Kind;
use super::object::FieldType::{
    Any, Bool, Count, List, Map, Number, OneOf, Part, Positive, SchemaOrBool, Several, Text,
};
use super::object::{FieldType as Type, Object, may, must, object};

pub static SCHEMA: Object = object(
    Kind::Schema,
    "schema",
    &[
        may("additionalProperties", SchemaOrBool),
        may("allOf", Several(&Part(Kind::Schema))),
        may("anyOf", Several(&Part(Kind::Schema))),
        may("default", Any),
        may("deprecated", Bool),
        may("description", Text),
        may("discriminator", Type::Object(Kind::Discriminator)),
        may("enum", List(&Any)),
        may("example", Any),
        may("exclusiveMaximum", Bool),
        may("exclusiveMinimum", Bool),
        may("externalDocs", Type::Object(Kind::ExternalDocs)),
        may("format", Text),
        may("items", Part(Kind::Schema)),
        may("maxItems", Count),
        may("maxLength", Count),
        may("maxProperties", Count),
        may("maximum", Number),
        may("minItems", Count),
        may("minLength", Count),
        may("minProperties", Count),
        may("minimum", Number),
        may("multipleOf", Positive),
        may("not", Part(Kind::Schema)),
        may("nullable", Bool),
        may("oneOf", Several(&Part(Kind::Schema))),
        may("pattern", Text),
        may("properties", Map(&Part(Kind::Schema))),
        may("readOnly", Bool),
        may("required", Several(&Text)),
        may("title", Text),
        may("type", OneOf(&["array", "boolean", "integer", "number", "object", "string"])),
        may("uniqueItems", Bool),
        may("writeOnly", Bool),
        may("xml", Type::Object(Kind::Xml)),
    ],
);

pub static DISCRIMINATOR: Object = Object {
    extensible: false,
    ..object(
        Kind::Discriminator,
        "discriminator",
        &[may("mapping", Map(&Text)), must("propertyName", Text)],
    )
};

pub static XML: Object = object(
    Kind::Xml,
    "XML",
    &[
        may("attribute", Bool),
        may("name", Text),
        may("namespace", Text),
        may("prefix", Text),
        may("wrapped", Bool),
    ],
);
