//! Paths, operations, requests and responses.

use super::kind::ObjectKind;
use super::object::FieldType::{Any, Bool, List, Map, OneOf, Part, Reference, Text, Url};
use super::object::{FieldType, Object, object, optional, required};

pub static PATHS: Object = Object {
    others: Some(FieldType::Object(ObjectKind::PathItem)),
    ..object(ObjectKind::Paths, "paths object", &[])
};

pub static PATH_ITEM: Object = object(
    ObjectKind::PathItem,
    "path item",
    &[
        optional("$ref", Reference(ObjectKind::PathItem)),
        optional("delete", FieldType::Object(ObjectKind::Operation)),
        optional("description", Text),
        optional("get", FieldType::Object(ObjectKind::Operation)),
        optional("head", FieldType::Object(ObjectKind::Operation)),
        optional("options", FieldType::Object(ObjectKind::Operation)),
        optional("parameters", List(&Part(ObjectKind::Parameter))),
        optional("patch", FieldType::Object(ObjectKind::Operation)),
        optional("post", FieldType::Object(ObjectKind::Operation)),
        optional("put", FieldType::Object(ObjectKind::Operation)),
        optional("servers", List(&FieldType::Object(ObjectKind::Server))),
        optional("summary", Text),
        optional("trace", FieldType::Object(ObjectKind::Operation)),
    ],
);

pub static OPERATION: Object = object(
    ObjectKind::Operation,
    "operation",
    &[
        optional("callbacks", Map(&Part(ObjectKind::Callback))),
        optional("deprecated", Bool),
        optional("description", Text),
        optional("externalDocs", FieldType::Object(ObjectKind::ExternalDocs)),
        optional("operationId", Text),
        optional("parameters", List(&Part(ObjectKind::Parameter))),
        optional("requestBody", Part(ObjectKind::RequestBody)),
        required("responses", FieldType::Object(ObjectKind::Responses)),
        optional("security", List(&FieldType::Object(ObjectKind::SecurityRequirement))),
        optional("servers", List(&FieldType::Object(ObjectKind::Server))),
        optional("summary", Text),
        optional("tags", List(&Text)),
    ],
);

pub static PARAMETER: Object = object(
    ObjectKind::Parameter,
    "parameter",
    &[
        optional("allowEmptyValue", Bool),
        optional("allowReserved", Bool),
        optional("content", Map(&FieldType::Object(ObjectKind::MediaType))),
        optional("deprecated", Bool),
        optional("description", Text),
        optional("example", Any),
        optional("examples", Map(&Part(ObjectKind::Example))),
        optional("explode", Bool),
        required("in", OneOf(&["query", "header", "path", "cookie"])),
        required("name", Text),
        optional("required", Bool),
        optional("schema", Part(ObjectKind::Schema)),
        optional("style", OneOf(STYLES)),
    ],
);

const STYLES: &[&str] =
    &["matrix", "label", "form", "simple", "spaceDelimited", "pipeDelimited", "deepObject"];

pub static HEADER: Object = object(
    ObjectKind::Header,
    "header",
    &[
        optional("allowEmptyValue", Bool),
        optional("allowReserved", Bool),
        optional("content", Map(&FieldType::Object(ObjectKind::MediaType))),
        optional("deprecated", Bool),
        optional("description", Text),
        optional("example", Any),
        optional("examples", Map(&Part(ObjectKind::Example))),
        optional("explode", Bool),
        optional("required", Bool),
        optional("schema", Part(ObjectKind::Schema)),
        optional("style", OneOf(&["simple"])),
    ],
);

pub static REQUEST_BODY: Object = object(
    ObjectKind::RequestBody,
    "request body",
    &[
        required("content", Map(&FieldType::Object(ObjectKind::MediaType))),
        optional("description", Text),
        optional("required", Bool),
    ],
);

pub static MEDIA_TYPE: Object = object(
    ObjectKind::MediaType,
    "media type",
    &[
        optional("encoding", Map(&FieldType::Object(ObjectKind::Encoding))),
        optional("example", Any),
        optional("examples", Map(&Part(ObjectKind::Example))),
        optional("schema", Part(ObjectKind::Schema)),
    ],
);

pub static ENCODING: Object = object(
    ObjectKind::Encoding,
    "encoding",
    &[
        optional("allowReserved", Bool),
        optional("contentType", Text),
        optional("explode", Bool),
        optional("headers", Map(&Part(ObjectKind::Header))),
        optional("style", OneOf(&["form", "spaceDelimited", "pipeDelimited", "deepObject"])),
    ],
);

pub static RESPONSES: Object = Object {
    others: Some(Part(ObjectKind::Response)),
    ..object(
        ObjectKind::Responses,
        "responses object",
        &[optional("default", Part(ObjectKind::Response))],
    )
};

pub static RESPONSE: Object = object(
    ObjectKind::Response,
    "response",
    &[
        optional("content", Map(&FieldType::Object(ObjectKind::MediaType))),
        required("description", Text),
        optional("headers", Map(&Part(ObjectKind::Header))),
        optional("links", Map(&Part(ObjectKind::Link))),
    ],
);

pub static CALLBACK: Object = Object {
    others: Some(FieldType::Object(ObjectKind::PathItem)),
    ..object(ObjectKind::Callback, "callback", &[])
};

pub static EXAMPLE: Object = object(
    ObjectKind::Example,
    "example",
    &[
        optional("description", Text),
        optional("externalValue", Url),
        optional("summary", Text),
        optional("value", Any),
    ],
);

pub static LINK: Object = object(
    ObjectKind::Link,
    "link",
    &[
        optional("description", Text),
        optional("operationId", Text),
        optional("operationRef", Text),
        optional("parameters", Map(&Any)),
        optional("requestBody", Any),
        optional("server", FieldType::Object(ObjectKind::Server)),
    ],
);
