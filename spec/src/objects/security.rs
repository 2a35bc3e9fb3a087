//! Security schemes, by their types.

use super::kind::ObjectKind as Kind;
use super::object::FieldType::{Any, List, Map, OneOf, Text, Url};
use super::object::{FieldType as Type, Object, may, must, object};

pub static SECURITY_REQUIREMENT: Object = Object {
    others: Some(List(&Text)),
    extensible: false,
    ..object(Kind::SecurityRequirement, "security requirement", &[])
};

const SCHEME_TYPES: Type = OneOf(&["apiKey", "http", "oauth2", "openIdConnect"]);

/// A security scheme of no known type, so nothing else can be said of it.
pub static SCHEME: Object = Object {
    others: Some(Any),
    ..object(
        Kind::SecurityScheme,
        "security scheme",
        &[may("description", Text), must("type", SCHEME_TYPES)],
    )
};

pub static API_KEY: Object = object(
    Kind::SecurityScheme,
    "security scheme of type `apiKey`",
    &[
        may("description", Text),
        must("in", OneOf(&["query", "header", "cookie"])),
        must("name", Text),
        must("type", SCHEME_TYPES),
    ],
);

pub static HTTP: Object = object(
    Kind::SecurityScheme,
    "security scheme of type `http`",
    &[may("description", Text), must("scheme", Text), must("type", SCHEME_TYPES)],
);

pub static BEARER: Object = object(
    Kind::SecurityScheme,
    "security scheme of type `http` and scheme `bearer`",
    &[
        may("bearerFormat", Text),
        may("description", Text),
        must("scheme", Text),
        must("type", SCHEME_TYPES),
    ],
);

pub static OAUTH2: Object = object(
    Kind::SecurityScheme,
    "security scheme of type `oauth2`",
    &[
        may("description", Text),
        must("flows", Type::Object(Kind::OAuthFlows)),
        must("type", SCHEME_TYPES),
    ],
);

pub static OPEN_ID: Object = object(
    Kind::SecurityScheme,
    "security scheme of type `openIdConnect`",
    &[may("description", Text), must("openIdConnectUrl", Url), must("type", SCHEME_TYPES)],
);

pub static OAUTH_FLOWS: Object = object(
    Kind::OAuthFlows,
    "OAuth flows",
    &[
        may("authorizationCode", Type::Object(Kind::OAuthFlow)),
        may("clientCredentials", Type::Object(Kind::OAuthFlow)),
        may("implicit", Type::Object(Kind::OAuthFlow)),
        may("password", Type::Object(Kind::OAuthFlow)),
    ],
);

pub static IMPLICIT: Object = object(
    Kind::OAuthFlow,
    "implicit OAuth flow",
    &[must("authorizationUrl", Url), may("refreshUrl", Url), must("scopes", Map(&Text))],
);

pub static AUTHORIZATION_CODE: Object = object(
    Kind::OAuthFlow,
    "authorization code OAuth flow",
    &[
        must("authorizationUrl", Url),
        may("refreshUrl", Url),
        must("scopes", Map(&Text)),
        must("tokenUrl", Url),
    ],
);

/// The flows `password` and `clientCredentials`.
pub static TOKEN_FLOW: Object = object(
    Kind::OAuthFlow,
    "OAuth flow",
    &[may("refreshUrl", Url), must("scopes", Map(&Text)), must("tokenUrl", Url)],
);
