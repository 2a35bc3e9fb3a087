//! What to write in place of a value that its field cannot hold.

use spec::{FieldType as Type, Kind as Json, Node};

use crate::words;

/// Names of types in other languages, with what to write in OpenAPI 3.0.
const TYPES: &[(&[&str], &str)] = &[
    (&["int", "short", "byte", "uint", "unsigned"], "integer"),
    (&["int32"], "integer` and `format: int32"),
    (&["long", "int64", "bigint"], "integer` and `format: int64"),
    (&["decimal", "numeric", "num", "real", "money"], "number"),
    (&["float"], "number` and `format: float"),
    (&["double"], "number` and `format: double"),
    (&["str", "text", "char", "varchar"], "string"),
    (&["bool"], "boolean"),
    (&["list", "set", "tuple", "vector", "sequence", "collection"], "array"),
    (&["dict", "dictionary", "map", "hash", "hashmap", "json", "struct", "record"], "object"),
    (&["date"], "string` and `format: date"),
    (&["datetime", "date-time", "timestamp"], "string` and `format: date-time"),
    (&["uuid", "guid"], "string` and `format: uuid"),
    (&["email"], "string` and `format: email"),
    (&["uri", "url"], "string` and `format: uri"),
    (&["password"], "string` and `format: password"),
    (&["base64"], "string` and `format: byte"),
    (&["file", "binary", "blob"], "string` and `format: binary"),
    (&["enum"], "string` and list the values in `enum"),
];

/// Names of the types of security schemes, with what to write.
const SCHEMES: &[(&[&str], &str)] = &[
    (&["basic"], "http` and `scheme: basic"),
    (&["bearer", "jwt", "token"], "http` and `scheme: bearer"),
    (&["oidc", "openid"], "openIdConnect"),
    (&["oauth"], "oauth2"),
];

/// What to write in place of a text that is not among the allowed values of a field.
pub struct Choice {
    /// The allowed value that is probably meant.
    pub suggestion: Option<&'static str>,
    pub help: String,
}

/// Returns what to write in place of a text that is not among the allowed values.
pub fn choice(field: &str, text: &str, allowed: &[&'static str]) -> Choice {
    let lower = text.trim().to_ascii_lowercase();
    let table = match field {
        "type" if allowed.contains(&"integer") => TYPES,
        "type" => SCHEMES,
        _ => &[],
    };
    let known = table.iter().find(|(names, _)| names.contains(&&*lower)).map(|(_, known)| *known);
    let is_list = field == "type" && (lower.ends_with("[]") || lower.starts_with("array<"));
    let known = known.or(is_list.then_some("array` and the schema of an item in `items"));
    let near = || allowed.iter().copied().find(|value| value.eq_ignore_ascii_case(&lower));
    let near = near().or_else(|| words::nearest(text, allowed.iter().copied()));
    match known.or(near) {
        None if field == "type" && matches!(&*lower, "any" | "mixed" | "*") => Choice {
            suggestion: None,
            help: "remove `type`: a schema without it allows values of all types".into(),
        },
        Some(known) => Choice {
            suggestion: known.split('`').next(),
            help: format!("write `{field}: {known}`"),
        },
        None => Choice { suggestion: None, help: format!("use one of: {}", allowed.join(", ")) },
    }
}

/// Returns what to write in place of a value of another type than its field holds.
pub fn of_another_type(node: Node, holds: Type) -> String {
    conversion(node, holds).unwrap_or_else(|| format!("write {}", holds.words()))
}

/// What to write so that the value becomes of the right type, if that can be told.
fn conversion(node: Node, holds: Type) -> Option<String> {
    let key = node.key();
    let field = |value: &str| match key {
        Some(key) => format!("`{key}: {value}`"),
        None => format!("`{value}`"),
    };
    let text = node.as_str().map(str::trim).filter(|text| text.len() <= 60);
    Some(match (holds, node.kind()) {
        (Type::Text | Type::Url | Type::Email, Json::Number | Json::Bool) => {
            let written = node.number_text().map(str::to_owned);
            let written = written.unwrap_or_else(|| node.to_value().to_string());
            format!("put it in quotes: {}", field(&format!("\"{written}\"")))
        }
        (_, Json::Null) => match key {
            Some(key) => format!("write {} after `{key}:`, or remove `{key}`", holds.words()),
            None => format!("write {}, or remove the item", holds.words()),
        },
        (Type::Number | Type::Count | Type::Positive, Json::String)
            if text.is_some_and(|text| spec::Decimal::parse(text).is_some()) =>
        {
            format!("remove the quotes: {}", field(text?))
        }
        (Type::Bool, Json::Number) => {
            let bound = match key? {
                "exclusiveMinimum" => "minimum",
                "exclusiveMaximum" => "maximum",
                _ => return None,
            };
            let number = node.number_text()?;
            format!("write `{bound}: {number}` and {}", field("true"))
        }
        (Type::OneOf(_), Json::Array) => {
            // As OpenAPI 3.1 has it.
            let is_null = |kind: &Node| kind.as_str() == Some("null") || kind.kind() == Json::Null;
            let mut others = node.items().filter(|kind| !is_null(kind));
            let kind = others.next().and_then(Node::as_str)?;
            match (others.next(), node.len()) {
                (Some(_), _) => "write one type, or `oneOf` with a schema for each type".into(),
                (None, 1) => format!("write {}", field(kind)),
                (None, _) => format!("write {} and `nullable: true`", field(kind)),
            }
        }
        (Type::Bool, Json::String) => match text?.to_ascii_lowercase().as_str() {
            "true" | "yes" | "on" | "y" => format!("write {}, without quotes", field("true")),
            "false" | "no" | "off" | "n" => format!("write {}, without quotes", field("false")),
            _ => "write `true` or `false`".into(),
        },
        (Type::Several(Type::Text), Json::Bool) if key == Some("required") => {
            "list the name of the property in `required` of the object schema around it".into()
        }
        (Type::List(Type::Text) | Type::Several(Type::Text), Json::String) => {
            format!("write a list: {}", field(&format!("[{}]", text?)))
        }
        _ => return None,
    })
}

/// Returns what to write in place of a number or list that its field cannot hold.
pub fn out_of_range(key: &str, holds: Type) -> String {
    match holds {
        Type::Several(_) if key == "required" => {
            "remove `required`, or list at least one property in it".into()
        }
        Type::Several(_) => format!("remove `{key}`, or list at least one schema in it"),
        holds => format!("write {}, or remove `{key}`", holds.words()),
    }
}
