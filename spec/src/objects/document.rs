//! The document and what describes it as a whole.

use super::kind::ObjectKind as Kind;
use super::object::FieldType::{Email, List, Map, Part, Text, Url};
use super::object::{FieldType as Type, Object, may, must, object};

pub static OPEN_API: Object = object(
    Kind::OpenApi,
    "OpenAPI document",
    &[
        may("components", Type::Object(Kind::Components)),
        may("externalDocs", Type::Object(Kind::ExternalDocs)),
        must("info", Type::Object(Kind::Info)),
        must("openapi", Text),
        must("paths", Type::Object(Kind::Paths)),
        may("security", List(&Type::Object(Kind::SecurityRequirement))),
        may("servers", List(&Type::Object(Kind::Server))),
        may("tags", List(&Type::Object(Kind::Tag))),
    ],
);

pub static INFO: Object = object(
    Kind::Info,
    "info",
    &[
        may("contact", Type::Object(Kind::Contact)),
        may("description", Text),
        may("license", Type::Object(Kind::License)),
        may("termsOfService", Url),
        must("title", Text),
        must("version", Text),
    ],
);

pub static CONTACT: Object =
    object(Kind::Contact, "contact", &[may("email", Email), may("name", Text), may("url", Url)]);

pub static LICENSE: Object =
    object(Kind::License, "license", &[must("name", Text), may("url", Url)]);

pub static SERVER: Object = object(
    Kind::Server,
    "server",
    &[
        may("description", Text),
        must("url", Text),
        may("variables", Map(&Type::Object(Kind::ServerVariable))),
    ],
);

pub static SERVER_VARIABLE: Object = object(
    Kind::ServerVariable,
    "server variable",
    &[must("default", Text), may("description", Text), may("enum", List(&Text))],
);

pub static COMPONENTS: Object = object(
    Kind::Components,
    "components",
    &[
        may("callbacks", Map(&Part(Kind::Callback))),
        may("examples", Map(&Part(Kind::Example))),
        may("headers", Map(&Part(Kind::Header))),
        may("links", Map(&Part(Kind::Link))),
        may("parameters", Map(&Part(Kind::Parameter))),
        may("requestBodies", Map(&Part(Kind::RequestBody))),
        may("responses", Map(&Part(Kind::Response))),
        may("schemas", Map(&Part(Kind::Schema))),
        may("securitySchemes", Map(&Part(Kind::SecurityScheme))),
    ],
);

pub static TAG: Object = object(
    Kind::Tag,
    "tag",
    &[
        may("description", Text),
        may("externalDocs", Type::Object(Kind::ExternalDocs)),
        must("name", Text),
    ],
);

pub static EXTERNAL_DOCS: Object = object(
    Kind::ExternalDocs,
    "external documentation",
    &[may("description", Text), must("url", Url)],
);
