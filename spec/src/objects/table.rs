//! The table of all objects of OpenAPI 3.0.3.

use super::kind::ObjectKind;
use super::object::Object;
use super::{call, document, schema, security};
use crate::node::Node;

impl Object {
    /// Returns what the specification says of the object that a node is. Some kinds have variants,
    /// which depend on a field or on the place.
    ///
    /// ```
    /// # fn main() -> Result<(), Vec<spec::ParseDiagnostic>> {
    /// use spec::{Document, Object, ObjectKind, Source};
    ///
    /// let source = Source::new("scheme.yaml", "{type: http, scheme: bearer}");
    /// let document = Document::parse(&source)?;
    /// let bearer = Object::of(ObjectKind::SecurityScheme, document.root());
    /// assert!(bearer.field("bearerFormat").is_some());
    /// # Ok(())
    /// # }
    /// ```
    pub fn of(kind: ObjectKind, node: Node) -> &'static Self {
        let says = |field: &str| node.get(field).and_then(Node::as_str).unwrap_or_default();
        match kind {
            ObjectKind::SecurityScheme => match says("type") {
                "apiKey" => &security::API_KEY,
                "http" if says("scheme").eq_ignore_ascii_case("bearer") => &security::BEARER,
                "http" => &security::HTTP,
                "oauth2" => &security::OAUTH2,
                "openIdConnect" => &security::OPEN_ID,
                _ => &security::SCHEME,
            },
            ObjectKind::OAuthFlow => match node.key() {
                Some("implicit") => &security::IMPLICIT,
                Some("authorizationCode") => &security::AUTHORIZATION_CODE,
                _ => &security::TOKEN_FLOW,
            },
            _ => base(kind),
        }
    }

    /// Returns the name of a kind with its article.
    pub fn name(kind: ObjectKind) -> String {
        base(kind).title()
    }
}

fn base(kind: ObjectKind) -> &'static Object {
    match kind {
        ObjectKind::Callback => &call::CALLBACK,
        ObjectKind::Components => &document::COMPONENTS,
        ObjectKind::Contact => &document::CONTACT,
        ObjectKind::Discriminator => &schema::DISCRIMINATOR,
        ObjectKind::Encoding => &call::ENCODING,
        ObjectKind::Example => &call::EXAMPLE,
        ObjectKind::ExternalDocs => &document::EXTERNAL_DOCS,
        ObjectKind::Header => &call::HEADER,
        ObjectKind::Info => &document::INFO,
        ObjectKind::License => &document::LICENSE,
        ObjectKind::Link => &call::LINK,
        ObjectKind::MediaType => &call::MEDIA_TYPE,
        ObjectKind::OAuthFlow => &security::TOKEN_FLOW,
        ObjectKind::OAuthFlows => &security::OAUTH_FLOWS,
        ObjectKind::OpenApi => &document::OPEN_API,
        ObjectKind::Operation => &call::OPERATION,
        ObjectKind::Parameter => &call::PARAMETER,
        ObjectKind::PathItem => &call::PATH_ITEM,
        ObjectKind::Paths => &call::PATHS,
        ObjectKind::RequestBody => &call::REQUEST_BODY,
        ObjectKind::Response => &call::RESPONSE,
        ObjectKind::Responses => &call::RESPONSES,
        ObjectKind::Schema => &schema::SCHEMA,
        ObjectKind::SecurityRequirement => &security::SECURITY_REQUIREMENT,
        ObjectKind::SecurityScheme => &security::SCHEME,
        ObjectKind::Server => &document::SERVER,
        ObjectKind::ServerVariable => &document::SERVER_VARIABLE,
        ObjectKind::Tag => &document::TAG,
        ObjectKind::Xml => &schema::XML,
    }
}
