//! Paths, operations, and what is sent and answered.

use super::kind::ObjectKind as Kind;
use super::object::FieldType::{Any, Bool, List, Map, OneOf, Part, Reference, Text, Url};
use super::object::{FieldType as Type, Object, may, must, object};

pub static PATHS: Object =
    Object { others: Some(Type::Object(Kind::PathItem)), ..object(Kind::Paths, "paths", &[]) };

pub static PATH_ITEM: Object = object(
    Kind::PathItem,
    "path item",
    &[
        may("$ref", Reference(Kind::PathItem)),
        may("delete", Type::Object(Kind::Operation)),
        may("description", Text),
        may("get", Type::Object(Kind::Operation)),
        may("head", Type::Object(Kind::Operation)),
        may("options", Type::Object(Kind::Operation)),
        may("parameters", List(&Part(Kind::Parameter))),
        may("patch", Type::Object(Kind::Operation)),
        may("post", Type::Object(Kind::Operation)),
        may("put", Type::Object(Kind::Operation)),
        may("servers", List(&Type::Object(Kind::Server))),
        may("summary", Text),
        may("trace", Type::Object(Kind::Operation)),
    ],
);

pub static OPERATION: Object = object(
    Kind::Operation,
    "operation",
    &[
        may("callbacks", Map(&Part(Kind::Callback))),
        may("deprecated", Bool),
        may("description", Text),
        may("externalDocs", Type::Object(Kind::ExternalDocs)),
        may("operationId", Text),
        may("parameters", List(&Part(Kind::Parameter))),
        may("requestBody", Part(Kind::RequestBody)),
        must("responses", Type::Object(Kind::Responses)),
        may("security", List(&Type::Object(Kind::SecurityRequirement))),
        may("servers", List(&Type::Object(Kind::Server))),
        may("summary", Text),
        may("tags", List(&Text)),
    ],
);

pub static PARAMETER: Object = object(
    Kind::Parameter,
    "parameter",
    &[
        may("allowEmptyValue", Bool),
        may("allowReserved", Bool),
        may("content", Map(&Type::Object(Kind::MediaType))),
        may("deprecated", Bool),
        may("description", Text),
        may("example", Any),
        may("examples", Map(&Part(Kind::Example))),
        may("explode", Bool),
        must("in", OneOf(&["query", "header", "path", "cookie"])),
        must("name", Text),
        may("required", Bool),
        may("schema", Part(Kind::Schema)),
        may("style", OneOf(STYLES)),
    ],
);

const STYLES: &[&str] =
    &["matrix", "label", "form", "simple", "spaceDelimited", "pipeDelimited", "deepObject"];

pub static HEADER: Object = object(
    Kind::Header,
    "header",
    &[
        may("allowEmptyValue", Bool),
        may("allowReserved", Bool),
        may("content", Map(&Type::Object(Kind::MediaType))),
        may("deprecated", Bool),
        may("description", Text),
        may("example", Any),
        may("examples", Map(&Part(Kind::Example))),
        may("explode", Bool),
        may("required", Bool),
        may("schema", Part(Kind::Schema)),
        may("style", OneOf(&["simple"])),
    ],
);

pub static REQUEST_BODY: Object = object(
    Kind::RequestBody,
    "request body",
    &[
        must("content", Map(&Type::Object(Kind::MediaType))),
        may("description", Text),
        may("required", Bool),
    ],
);

pub static MEDIA_TYPE: Object = object(
    Kind::MediaType,
    "media type",
    &[
        may("encoding", Map(&Type::Object(Kind::Encoding))),
        may("example", Any),
        may("examples", Map(&Part(Kind::Example))),
        may("schema", Part(Kind::Schema)),
    ],
);

pub static ENCODING: Object = object(
    Kind::Encoding,
    "encoding",
    &[
        may("allowReserved", Bool),
        may("contentType", Text),
        may("explode", Bool),
        may("headers", Map(&Part(Kind::Header))),
        may("style", OneOf(&["form", "spaceDelimited", "pipeDelimited", "deepObject"])),
    ],
);

pub static RESPONSES: Object = Object {
    others: Some(Part(Kind::Response)),
    ..object(Kind::Responses, "responses", &[may("default", Part(Kind::Response))])
};

pub static RESPONSE: Object = object(
    Kind::Response,
    "response",
    &[
        may("content", Map(&Type::Object(Kind::MediaType))),
        must("description", Text),
        may("headers", Map(&Part(Kind::Header))),
        may("links", Map(&Part(Kind::Link))),
    ],
);

pub static CALLBACK: Object = Object {
    others: Some(Type::Object(Kind::PathItem)),
    ..object(Kind::Callback, "callback", &[])
};

pub static EXAMPLE: Object = object(
    Kind::Example,
    "example",
    &[may("description", Text), may("externalValue", Url), may("summary", Text), may("value", Any)],
);

pub static LINK: Object = object(
    Kind::Link,
    "link",
    &[
        may("description", Text),
        may("operationId", Text),
        may("operationRef", Text),
        may("parameters", Map(&Any)),
        may("requestBody", Any),
        may("server", Type::Object(Kind::Server)),
    ],
);
