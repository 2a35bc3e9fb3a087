//! The document and what describes it as a whole.

use super::kind::ObjectKind;
use super::object::FieldType::{Email, List, Map, Part, Text, Url};
use super::object::{FieldType, Object, object, optional, required};

pub static OPEN_API: Object = object(
    ObjectKind::OpenApi,
    "OpenAPI document",
    &[
        optional("components", FieldType::Object(ObjectKind::Components)),
        optional("externalDocs", FieldType::Object(ObjectKind::ExternalDocs)),
        required("info", FieldType::Object(ObjectKind::Info)),
        required("openapi", Text),
        required("paths", FieldType::Object(ObjectKind::Paths)),
        optional("security", List(&FieldType::Object(ObjectKind::SecurityRequirement))),
        optional("servers", List(&FieldType::Object(ObjectKind::Server))),
        optional("tags", List(&FieldType::Object(ObjectKind::Tag))),
    ],
);

pub static INFO: Object = object(
    ObjectKind::Info,
    "info object",
    &[
        optional("contact", FieldType::Object(ObjectKind::Contact)),
        optional("description", Text),
        optional("license", FieldType::Object(ObjectKind::License)),
        optional("termsOfService", Url),
        required("title", Text),
        required("version", Text),
    ],
);

pub static CONTACT: Object = object(
    ObjectKind::Contact,
    "contact object",
    &[optional("email", Email), optional("name", Text), optional("url", Url)],
);

pub static LICENSE: Object =
    object(ObjectKind::License, "license object", &[required("name", Text), optional("url", Url)]);

pub static SERVER: Object = object(
    ObjectKind::Server,
    "server",
    &[
        optional("description", Text),
        required("url", Text),
        optional("variables", Map(&FieldType::Object(ObjectKind::ServerVariable))),
    ],
);

pub static SERVER_VARIABLE: Object = object(
    ObjectKind::ServerVariable,
    "server variable",
    &[required("default", Text), optional("description", Text), optional("enum", List(&Text))],
);

pub static COMPONENTS: Object = object(
    ObjectKind::Components,
    "components object",
    &[
        optional("callbacks", Map(&Part(ObjectKind::Callback))),
        optional("examples", Map(&Part(ObjectKind::Example))),
        optional("headers", Map(&Part(ObjectKind::Header))),
        optional("links", Map(&Part(ObjectKind::Link))),
        optional("parameters", Map(&Part(ObjectKind::Parameter))),
        optional("requestBodies", Map(&Part(ObjectKind::RequestBody))),
        optional("responses", Map(&Part(ObjectKind::Response))),
        optional("schemas", Map(&Part(ObjectKind::Schema))),
        optional("securitySchemes", Map(&Part(ObjectKind::SecurityScheme))),
    ],
);

pub static TAG: Object = object(
    ObjectKind::Tag,
    "tag",
    &[
        optional("description", Text),
        optional("externalDocs", FieldType::Object(ObjectKind::ExternalDocs)),
        required("name", Text),
    ],
);

pub static EXTERNAL_DOCS: Object = object(
    ObjectKind::ExternalDocs,
    "external documentation object",
    &[optional("description", Text), required("url", Url)],
);
