//! The parameters of a call as values that a typed client sets one by one, and as a server sees them.

use serde_json::Value;

use crate::{example_call::ExampleCall, node::Node};

/// Deeper compositions of a schema refer to themselves.
const DEEPEST: usize = 16;

/// A value of a call: a parameter, or a property of a parameter whose properties travel as
/// parameters (`style: form` exploded, `style: deepObject`).
#[derive(Clone, Debug, PartialEq)]
pub struct Argument<'d> {
    /// The parameter object that it belongs to.
    pub parameter: Node<'d>,
    /// `path`, `query`, `header` or `cookie`.
    pub place: &'d str,
    /// The name in the request: `limit`, `filter[size]`, `filter[ids][]`.
    pub name: String,
    /// A scalar, or a list or object as the example has it.
    pub value: Value,
}

impl<'d> ExampleCall<'d> {
    /// Returns the values of all parameters that take part.
    pub fn arguments(&self) -> Vec<Argument<'d>> {
        self.parameters.iter().flat_map(|&(parameter, value)| arguments(parameter, value)).collect()
    }
}

fn arguments<'d>(parameter: Node<'d>, value: Node<'d>) -> Vec<Argument<'d>> {
    let name = text(parameter, "name");
    let argument = |name: String, value: Value| Argument {
        parameter,
        place: text(parameter, "in"),
        name,
        value,
    };
    let of_property = |key: &str, value: &Value| match value {
        Value::Array(_) => argument(format!("{name}[{key}][]"), value.clone()),
        _ => argument(format!("{name}[{key}]"), value.clone()),
    };
    let place = text(parameter, "in");
    // With a media type of its own it is one value, whatever its form.
    let spread = if parameter.get("content").is_some() { "" } else { place };
    match (spelt_out(parameter, value), spread, text(parameter, "style")) {
        (Value::Object(members), "query", "deepObject") => {
            members.iter().map(|(key, value)| of_property(key, value)).collect()
        }
        (value @ Value::Array(_), "query", "deepObject") => {
            vec![argument(format!("{name}[]"), value)]
        }
        (Value::Object(members), "query", "" | "form") if explodes(parameter) => {
            members.into_iter().map(|(key, value)| argument(key, value)).collect()
        }
        (value, ..) => vec![argument(name.to_owned(), value)],
    }
}

/// Returns the `type` of a schema, or that of a part of its `allOf`.
fn type_of(schema: Node<'_>, depth: usize) -> Option<&str> {
    let (schema, depth) = (schema.resolve().ok()?, depth.checked_sub(1)?);
    let of_part = || schema.get("allOf")?.items().find_map(|part| type_of(part, depth));
    schema.get("type").and_then(Node::as_str).or_else(of_part)
}

/// Returns the value of an example, which may be a number or a boolean as the text of a request.
fn spelt_out(parameter: Node, value: Node) -> Value {
    let written = value.to_value();
    let kind = parameter.get("schema").and_then(|schema| type_of(schema, DEEPEST));
    let scalar = written.as_str().and_then(|text| serde_json::from_str::<Value>(text).ok());
    let is_of_kind = |value: &Value| match kind {
        Some("boolean") => value.is_boolean(),
        Some("integer" | "number") => value.is_number(),
        _ => false,
    };
    scalar.filter(is_of_kind).unwrap_or(written)
}

impl Argument<'_> {
    /// Returns the values that are sent under the name, before they are percent-encoded. A list is
    /// a single string, its items separated as the style says, unless it is exploded in a query.
    ///
    /// # Errors
    ///
    /// Fails with the reason where two different values would be the same request, or where
    /// OpenAPI does not define the request.
    pub fn sent(&self) -> Result<Vec<Value>, &'static str> {
        if self.parameter.get("content").is_some() {
            return Err("has a media type of its own");
        }
        let style = text(self.parameter, "style");
        let separator = match (self.place, style) {
            ("path" | "header", "" | "simple") => Some(","),
            ("query", "" | "form") => (!explodes(self.parameter)).then_some(","),
            ("query", "spaceDelimited") => (!explodes(self.parameter)).then_some(" "),
            ("query", "pipeDelimited") => (!explodes(self.parameter)).then_some("|"),
            ("query", "deepObject") => None,
            ("cookie", _) => return Err("is a cookie"),
            _ => return Err("has a style that is not supported"),
        };
        let values = match &self.value {
            Value::Array(items) => items.clone(),
            value => vec![value.clone()],
        };
        let texts: Option<Vec<String>> = values.iter().map(plain).collect();
        let texts = texts.ok_or("has an example that is neither a scalar nor a list of scalars")?;
        if texts.iter().any(|text| !travels(self.place, text)) {
            return Err("has an example that cannot be sent in this part of a request");
        }
        match separator {
            _ if values.is_empty() && self.place == "path" => {
                Err("has an empty list as its example")
            }
            // RFC 6570 has an empty list as undefined, and nothing is sent.
            _ if values.is_empty() => Ok(values),
            Some(separator) if self.value.is_array() => {
                // In a URL a comma is encoded if it is part of an item.
                let is_lost = |text: &String| match (self.place, separator) {
                    ("header", _) => text.is_empty() || text.contains(separator),
                    (_, ",") => false,
                    _ => text.contains(separator),
                };
                let joined = vec![Value::from(texts.join(separator))];
                let lost = "has an example with an item that its separator would split";
                if texts.iter().any(is_lost) { Err(lost) } else { Ok(joined) }
            }
            _ => Ok(values),
        }
    }
}

/// Whether a text reaches a server as it is. In a path it could address another resource, and a
/// header loses spaces around it.
fn travels(place: &str, text: &str) -> bool {
    let dots = text.to_ascii_lowercase().replace("%2e", ".");
    match place {
        "path" => {
            let has_separator = text.contains(['/', '\\', ';']) || text.contains(char::is_control);
            !(text.is_empty() || has_separator || matches!(dots.as_str(), "." | ".."))
        }
        "header" => text.trim() == text && !text.contains(char::is_control),
        _ => true,
    }
}

/// Returns the text of a scalar.
pub fn plain(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Bool(_) | Value::Number(_) => Some(value.to_string()),
        Value::Null | Value::Array(_) | Value::Object(_) => None,
    }
}

/// Whether the items of a list travel by themselves, which is the default of `style: form`.
fn explodes(parameter: Node<'_>) -> bool {
    let by_default = matches!(text(parameter, "style"), "" | "form");
    parameter.get("explode").and_then(Node::as_bool).unwrap_or(by_default)
}

fn text<'d>(node: Node<'d>, key: &str) -> &'d str {
    node.get(key).and_then(Node::as_str).unwrap_or_default()
}
