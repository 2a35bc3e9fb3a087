//! Fields of other versions, by their object.

use spec::ObjectKind as Kind;

use super::names::{JSON_SCHEMA, OPENAPI_3_1, OPENAPI_3_2, SWAGGER};

/// Returns the version that has a field in this kind of object, and what to write in OpenAPI 3.0.
pub fn field(kind: Kind, name: &str) -> Option<(&'static str, &'static str)> {
    swagger(kind, name)
        .map(|help| (SWAGGER, help))
        .or_else(|| json_schema(kind, name).map(|help| (JSON_SCHEMA, help)))
        .or_else(|| later(kind, name))
}

/// Returns what replaces a field of Swagger 2.0.
fn swagger(kind: Kind, name: &str) -> Option<&'static str> {
    Some(match (kind, name) {
        (Kind::OpenApi, "swagger") => "remove it; `openapi` names the version",
        (Kind::OpenApi, "host" | "basePath" | "schemes") => {
            "write one URL in `servers`, such as `- url: https://api.example.com/v1`"
        }
        (Kind::Operation, "schemes") => "write the URL in `servers` of the operation",
        (Kind::OpenApi | Kind::Operation, "consumes") => {
            "name the media types in `content` of the request bodies"
        }
        (Kind::OpenApi | Kind::Operation, "produces") => {
            "name the media types in `content` of the responses"
        }
        (Kind::OpenApi | Kind::Components, "definitions") => {
            "move the schemas to `components/schemas`"
        }
        (Kind::OpenApi, "parameters") => {
            "move the parameters to `components/parameters`, and those with `in: body` to \
             `components/requestBodies`"
        }
        (Kind::OpenApi, "responses") => "move the responses to `components/responses`",
        (Kind::OpenApi | Kind::Components, "securityDefinitions") => {
            "move the security schemes to `components/securitySchemes`"
        }
        (Kind::Parameter | Kind::Header, "collectionFormat") => {
            "write `explode: true` for `multi`, `explode: false` for `csv`, or `style: \
             spaceDelimited` or `style: pipeDelimited`"
        }
        (Kind::Schema, "collectionFormat") => {
            "remove it, or write `style` and `explode` in the parameter"
        }
        (
            Kind::Parameter | Kind::Header,
            "type" | "format" | "items" | "default" | "enum" | "maximum" | "exclusiveMaximum"
            | "minimum" | "exclusiveMinimum" | "maxLength" | "minLength" | "pattern" | "maxItems"
            | "minItems" | "uniqueItems" | "multipleOf",
        ) => "move it into `schema`",
        (Kind::Response, "schema") => {
            "move it to its media type: `content: {application/json: {schema: …}}`"
        }
        (Kind::Response, "examples") => {
            "move each example to its media type: `content: {application/json: {example: …}}`"
        }
        (Kind::SecurityScheme, "flow" | "authorizationUrl" | "tokenUrl" | "scopes") => {
            "move it into `flows`, such as `flows: {implicit: {authorizationUrl: …, scopes: …}}`"
        }
        (Kind::OAuthFlows, "accessCode") => "name the flow `authorizationCode`",
        (Kind::OAuthFlows, "application") => "name the flow `clientCredentials`",
        _ => return None,
    })
}

/// Returns what replaces a keyword that no version of OpenAPI has used.
fn json_schema(kind: Kind, name: &str) -> Option<&'static str> {
    Some(match (kind, name) {
        (Kind::Schema, "definitions") => "move the schemas to `components/schemas`",
        (Kind::Schema, "additionalItems") => "remove it; `items` describes all items",
        (Kind::Schema, "dependencies" | "$recursiveRef" | "$recursiveAnchor") => {
            "remove it, and describe it in `description`"
        }
        (Kind::Schema, "id") => "remove it; the name in `components/schemas` identifies the schema",
        (Kind::Schema, "extends") => "use `allOf`",
        (Kind::Schema, "disallow") => "use `not`",
        (Kind::Schema, "divisibleBy") => "use `multipleOf`",
        _ => return None,
    })
}

/// Returns what replaces a field of a later version.
fn later(kind: Kind, name: &str) -> Option<(&'static str, &'static str)> {
    const DESCRIBE: &str = "remove it, and describe it in `description`";
    const RENAME: &str = "remove it, or start its name with `x-`";
    let help = match (kind, name) {
        (Kind::OpenApi, "webhooks") => "describe the requests as `callbacks` of an operation",
        (Kind::OpenApi, "jsonSchemaDialect") => "remove it",
        (Kind::Info, "summary") => "move the text to `description`",
        (Kind::License, "identifier") => {
            "write `url`, such as `https://spdx.org/licenses/MIT.html`"
        }
        (Kind::Components, "pathItems") => {
            "move the path items to `paths`, or to a field that starts with `x-`"
        }
        (Kind::Schema, "const") => "write `enum` with one value",
        (Kind::Schema, "examples") => "write one `example`",
        (Kind::Schema, "contentEncoding") => "write `format: byte` for Base64",
        (Kind::Schema, "contentMediaType") => "write `format: binary`",
        (Kind::Schema, "patternProperties") => "write `additionalProperties`",
        (Kind::Schema, "prefixItems") => "write one schema in `items`",
        (Kind::Schema, "unevaluatedProperties") => "write `additionalProperties`",
        (Kind::Schema, "$defs") => "move the schemas to `components/schemas`",
        (Kind::Schema, "$id" | "$schema" | "$anchor" | "$dynamicAnchor" | "$vocabulary") => {
            "remove it"
        }
        (Kind::Schema, "$dynamicRef") => "write `$ref`",
        (Kind::Schema, "$comment") => "write a comment that starts with `#`, or `description`",
        (Kind::Schema, "if" | "then" | "else") => "write the cases in `oneOf` or `anyOf`",
        (
            Kind::Schema,
            "contains" | "contentSchema" | "dependentRequired" | "dependentSchemas" | "maxContains"
            | "minContains" | "propertyNames" | "unevaluatedItems",
        ) => DESCRIBE,
        _ => return of_3_2(kind, name).then_some((OPENAPI_3_2, RENAME)),
    };
    Some((OPENAPI_3_1, help))
}

/// Returns whether OpenAPI 3.2 has added a field.
fn of_3_2(kind: Kind, name: &str) -> bool {
    let fields: &[&str] = match kind {
        Kind::OpenApi => &["$self"],
        Kind::Server => &["name"],
        Kind::Components => &["mediaTypes"],
        Kind::PathItem => &["query", "additionalOperations"],
        Kind::MediaType => &["itemSchema", "prefixEncoding", "itemEncoding"],
        Kind::Encoding => &["encoding", "prefixEncoding", "itemEncoding"],
        Kind::Response => &["summary"],
        Kind::Example => &["dataValue", "serializedValue"],
        Kind::Tag => &["summary", "parent", "kind"],
        Kind::Discriminator => &["defaultMapping"],
        Kind::Xml => &["nodeType"],
        Kind::SecurityScheme => &["deprecated", "oauth2MetadataUrl"],
        Kind::OAuthFlows => &["deviceAuthorization"],
        Kind::OAuthFlow => &["deviceAuthorizationUrl"],
        _ => &[],
    };
    fields.contains(&name)
}
