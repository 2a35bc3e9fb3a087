//! The table of all objects of OpenAPI 3.0.3, with the fields of each.

mod call;
mod document;
mod schema;
mod security;

use spec::Node;

use super::object::{Field, Kind, Object, Type};

/// The object that a node is.
pub fn of(kind: Kind, node: Node) -> &'static Object {
    let says = |field: &str| node.get(field).and_then(Node::as_str).unwrap_or_default();
    match kind {
        Kind::SecurityScheme => match says("type") {
            "apiKey" => &security::API_KEY,
            "http" if says("scheme").eq_ignore_ascii_case("bearer") => &security::BEARER,
            "http" => &security::HTTP,
            "oauth2" => &security::OAUTH2,
            "openIdConnect" => &security::OPEN_ID,
            _ => &security::SCHEME,
        },
        Kind::OAuthFlow => match node.key() {
            Some("implicit") => &security::IMPLICIT,
            Some("authorizationCode") => &security::AUTHORIZATION_CODE,
            _ => &security::TOKEN_FLOW,
        },
        _ => base(kind),
    }
}

/// The name of a kind with its article.
pub fn name(kind: Kind) -> String {
    base(kind).title()
}

fn base(kind: Kind) -> &'static Object {
    match kind {
        Kind::Callback => &call::CALLBACK,
        Kind::Components => &document::COMPONENTS,
        Kind::Contact => &document::CONTACT,
        Kind::Discriminator => &schema::DISCRIMINATOR,
        Kind::Encoding => &call::ENCODING,
        Kind::Example => &call::EXAMPLE,
        Kind::ExternalDocs => &document::EXTERNAL_DOCS,
        Kind::Header => &call::HEADER,
        Kind::Info => &document::INFO,
        Kind::License => &document::LICENSE,
        Kind::Link => &call::LINK,
        Kind::MediaType => &call::MEDIA_TYPE,
        Kind::OAuthFlow => &security::TOKEN_FLOW,
        Kind::OAuthFlows => &security::OAUTH_FLOWS,
        Kind::OpenApi => &document::OPEN_API,
        Kind::Operation => &call::OPERATION,
        Kind::Parameter => &call::PARAMETER,
        Kind::PathItem => &call::PATH_ITEM,
        Kind::Paths => &call::PATHS,
        Kind::RequestBody => &call::REQUEST_BODY,
        Kind::Response => &call::RESPONSE,
        Kind::Responses => &call::RESPONSES,
        Kind::Schema => &schema::SCHEMA,
        Kind::SecurityRequirement => &security::SECURITY_REQUIREMENT,
        Kind::SecurityScheme => &security::SCHEME,
        Kind::Server => &document::SERVER,
        Kind::ServerVariable => &document::SERVER_VARIABLE,
        Kind::Tag => &document::TAG,
        Kind::Xml => &schema::XML,
    }
}

const fn may(name: &'static str, holds: Type) -> Field {
    Field { name, holds, required: false }
}

const fn must(name: &'static str, holds: Type) -> Field {
    Field { name, holds, required: true }
}

const fn object(kind: Kind, name: &'static str, fields: &'static [Field]) -> Object {
    Object { kind, name, fields, others: None, extensible: true }
}
