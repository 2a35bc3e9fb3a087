//! Security schemes, by their types.

use super::kind::ObjectKind;
use super::object::FieldType::{Any, List, Map, OneOf, Text, Url};
use super::object::{FieldType, Object, object, optional, required};

pub static SECURITY_REQUIREMENT: Object = Object {
    others: Some(List(&Text)),
    extensible: false,
    ..object(ObjectKind::SecurityRequirement, "security requirement", &[])
};

const SCHEME_TYPES: FieldType = OneOf(&["apiKey", "http", "oauth2", "openIdConnect"]);

/// A security scheme of no known type, so nothing else can be said of it.
pub static SCHEME: Object = Object {
    others: Some(Any),
    ..object(
        ObjectKind::SecurityScheme,
        "security scheme",
        &[optional("description", Text), required("type", SCHEME_TYPES)],
    )
};

pub static API_KEY: Object = object(
    ObjectKind::SecurityScheme,
    "security scheme of type `apiKey`",
    &[
        optional("description", Text),
        required("in", OneOf(&["query", "header", "cookie"])),
        required("name", Text),
        required("type", SCHEME_TYPES),
    ],
);

pub static HTTP: Object = object(
    ObjectKind::SecurityScheme,
    "security scheme of type `http`",
    &[optional("description", Text), required("scheme", Text), required("type", SCHEME_TYPES)],
);

pub static BEARER: Object = object(
    ObjectKind::SecurityScheme,
    "security scheme of type `http` and scheme `bearer`",
    &[
        optional("bearerFormat", Text),
        optional("description", Text),
        required("scheme", Text),
        required("type", SCHEME_TYPES),
    ],
);

pub static OAUTH2: Object = object(
    ObjectKind::SecurityScheme,
    "security scheme of type `oauth2`",
    &[
        optional("description", Text),
        required("flows", FieldType::Object(ObjectKind::OAuthFlows)),
        required("type", SCHEME_TYPES),
    ],
);

pub static OPEN_ID: Object = object(
    ObjectKind::SecurityScheme,
    "security scheme of type `openIdConnect`",
    &[
        optional("description", Text),
        required("openIdConnectUrl", Url),
        required("type", SCHEME_TYPES),
    ],
);

pub static OAUTH_FLOWS: Object = object(
    ObjectKind::OAuthFlows,
    "OAuth flows object",
    &[
        optional("authorizationCode", FieldType::Object(ObjectKind::OAuthFlow)),
        optional("clientCredentials", FieldType::Object(ObjectKind::OAuthFlow)),
        optional("implicit", FieldType::Object(ObjectKind::OAuthFlow)),
        optional("password", FieldType::Object(ObjectKind::OAuthFlow)),
    ],
);

pub static IMPLICIT: Object = object(
    ObjectKind::OAuthFlow,
    "implicit OAuth flow",
    &[
        required("authorizationUrl", Url),
        optional("refreshUrl", Url),
        required("scopes", Map(&Text)),
    ],
);

pub static AUTHORIZATION_CODE: Object = object(
    ObjectKind::OAuthFlow,
    "authorization code OAuth flow",
    &[
        required("authorizationUrl", Url),
        optional("refreshUrl", Url),
        required("scopes", Map(&Text)),
        required("tokenUrl", Url),
    ],
);

/// The flows `password` and `clientCredentials`.
pub static TOKEN_FLOW: Object = object(
    ObjectKind::OAuthFlow,
    "OAuth flow",
    &[optional("refreshUrl", Url), required("scopes", Map(&Text)), required("tokenUrl", Url)],
);
