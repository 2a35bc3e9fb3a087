//! Schemas.

use super::kind::ObjectKind;
use super::object::FieldType::{
    Any, Bool, Count, List, Map, Number, OneOf, Part, Positive, SchemaOrBool, Several, Text,
};
use super::object::{FieldType, Object, object, optional, required};

pub static SCHEMA: Object = object(
    ObjectKind::Schema,
    "schema",
    &[
        optional("additionalProperties", SchemaOrBool),
        optional("allOf", Several(&Part(ObjectKind::Schema))),
        optional("anyOf", Several(&Part(ObjectKind::Schema))),
        optional("default", Any),
        optional("deprecated", Bool),
        optional("description", Text),
        optional("discriminator", FieldType::Object(ObjectKind::Discriminator)),
        optional("enum", List(&Any)),
        optional("example", Any),
        optional("exclusiveMaximum", Bool),
        optional("exclusiveMinimum", Bool),
        optional("externalDocs", FieldType::Object(ObjectKind::ExternalDocs)),
        optional("format", Text),
        optional("items", Part(ObjectKind::Schema)),
        optional("maxItems", Count),
        optional("maxLength", Count),
        optional("maxProperties", Count),
        optional("maximum", Number),
        optional("minItems", Count),
        optional("minLength", Count),
        optional("minProperties", Count),
        optional("minimum", Number),
        optional("multipleOf", Positive),
        optional("not", Part(ObjectKind::Schema)),
        optional("nullable", Bool),
        optional("oneOf", Several(&Part(ObjectKind::Schema))),
        optional("pattern", Text),
        optional("properties", Map(&Part(ObjectKind::Schema))),
        optional("readOnly", Bool),
        optional("required", Several(&Text)),
        optional("title", Text),
        optional("type", OneOf(&["array", "boolean", "integer", "number", "object", "string"])),
        optional("uniqueItems", Bool),
        optional("writeOnly", Bool),
        optional("xml", FieldType::Object(ObjectKind::Xml)),
    ],
);

pub static DISCRIMINATOR: Object = Object {
    extensible: false,
    ..object(
        ObjectKind::Discriminator,
        "discriminator",
        &[optional("mapping", Map(&Text)), required("propertyName", Text)],
    )
};

pub static XML: Object = object(
    ObjectKind::Xml,
    "XML object",
    &[
        optional("attribute", Bool),
        optional("name", Text),
        optional("namespace", Text),
        optional("prefix", Text),
        optional("wrapped", Bool),
    ],
);
