//! Values of other versions, by their field.

use spec::{FieldType as Type, Kind as Json, Node, ObjectKind as Kind};

use crate::object_index::ObjectIndex;

use super::names::{JSON_SCHEMA, OPENAPI_3_1, OPENAPI_3_2, SWAGGER};

/// Returns the version that allows a value, as the end of a message, and what to write in OpenAPI 3.0.
pub fn value<'d>(index: &ObjectIndex<'d>, node: Node<'d>, holds: Type) -> Option<(String, String)> {
    let (_, kind) = index.owner(node)?;
    let (version, help) = origin(kind, node, holds)?;
    Some((format!("; {version} allows it"), help))
}

fn origin(kind: Kind, node: Node, holds: Type) -> Option<(&'static str, String)> {
    let (version, help) = match (kind, node.key().unwrap_or_default(), node.as_str()) {
        (Kind::Parameter, "in", Some("body")) => {
            (SWAGGER, "describe the body in `requestBody` of the operation")
        }
        (Kind::Parameter, "in", Some("formData")) => (
            SWAGGER,
            "describe the form in `requestBody`, with the media type \
             `application/x-www-form-urlencoded` or `multipart/form-data`",
        ),
        (Kind::Parameter, "in", Some("querystring")) => {
            (OPENAPI_3_2, "describe each parameter of the query with `in: query`")
        }
        (Kind::Parameter, "style", Some("cookie")) => (OPENAPI_3_2, "write `style: form`"),
        (Kind::SecurityScheme, "type", Some("basic")) => {
            (SWAGGER, "write `type: http` and `scheme: basic`")
        }
        (Kind::SecurityScheme, "type", Some("mutualTLS")) => {
            (OPENAPI_3_1, "remove the scheme, and describe it in `description` of the API")
        }
        (Kind::Schema, "type", Some("file")) => {
            (SWAGGER, "write `type: string` and `format: binary`")
        }
        (Kind::Schema, "type", text) if text == Some("null") || is_written(node, Json::Null) => (
            OPENAPI_3_1,
            "write `type: string`, `nullable: true`, `enum: [null]`, or remove the schema",
        ),
        (Kind::Schema, "type", None) if node.is_array() => return Some((OPENAPI_3_1, types(node))),
        (Kind::Schema, key @ ("exclusiveMinimum" | "exclusiveMaximum"), _) => {
            let number = node.number_text()?;
            let bound = if key == "exclusiveMinimum" { "minimum" } else { "maximum" };
            return Some((OPENAPI_3_1, format!("write `{bound}: {number}` and `{key}: true`")));
        }
        (Kind::Schema, "discriminator", Some(name)) => {
            return Some((SWAGGER, format!("write `discriminator: {{propertyName: {name}}}`")));
        }
        (Kind::Schema, "required", _) if node.as_bool().is_some() => (
            JSON_SCHEMA,
            "write the name of the property in the list `required` of the schema around it",
        ),
        (Kind::Schema, "items", _) if node.is_array() => {
            (JSON_SCHEMA, "write one schema; `anyOf` in it lists alternatives")
        }
        _ => match (holds, node.as_bool()) {
            (Type::Part(Kind::Schema) | Type::Object(Kind::Schema), Some(true)) => {
                (OPENAPI_3_1, "write `{}` for a schema that allows any value")
            }
            (Type::Part(Kind::Schema) | Type::Object(Kind::Schema), Some(false)) => {
                (OPENAPI_3_1, "write `not: {}` for a schema that allows no value")
            }
            _ => return None,
        },
    };
    Some((version, help.to_owned()))
}

/// Whether a value is written, and of a type.
fn is_written(node: Node, kind: Json) -> bool {
    node.kind() == kind && node.span().start < node.span().end
}

/// What to write for a list of types.
fn types(list: Node) -> String {
    let is_null = |item: &Node| item.as_str() == Some("null") || item.kind() == Json::Null;
    let types: Vec<&str> =
        list.items().filter(|item| !is_null(item)).filter_map(Node::as_str).collect();
    let nullable = list.items().any(|item| is_null(&item));
    match types.as_slice() {
        [] => "write one type".to_owned(),
        [only] if nullable => format!("write `type: {only}` and `nullable: true`"),
        [only] => format!("write `type: {only}`"),
        [first, others @ ..] => {
            let nullable = if nullable { ", nullable: true" } else { "" };
            let others: String =
                others.iter().map(|other| format!(", {{type: {other}}}")).collect();
            format!("write `anyOf: [{{type: {first}{nullable}}}{others}]`")
        }
    }
}
