//! What the requests of an operation must be.

use std::collections::BTreeMap;

use http::{HeaderMap, header};
use jsonschema::Validator;
use serde_json::Value;
use spec::Node;

use super::schema::Schemas;
use crate::invalid_document::InvalidDocument;
use crate::service_error::ServiceError;

/// A request as it was sent.
pub(crate) struct RawRequest<'a> {
    /// The values of the path template, decoded.
    pub path: BTreeMap<String, String>,
    /// The pairs of the query, decoded.
    pub query: Vec<(String, String)>,
    pub headers: &'a HeaderMap,
    pub body: &'a [u8],
}

/// A request that its operation allows.
pub(crate) struct ValidRequest {
    pub path: BTreeMap<String, String>,
    pub query: Vec<(String, String)>,
    /// Null if there is none.
    pub body: Value,
}

pub(crate) struct RequestContract {
    parameters: Vec<ParameterContract>,
    body: Option<BodyContract>,
}

struct ParameterContract {
    name: String,
    location: String,
    required: bool,
    /// The type of the value, of a list that of its items.
    value_type: String,
    is_list: bool,
    schema: Validator,
}

struct BodyContract {
    required: bool,
    /// None if the body is not JSON. Any is taken then.
    schema: Option<Validator>,
}

fn parameters(
    operation: spec::Operation,
    schemas: &Schemas,
) -> Result<Vec<ParameterContract>, InvalidDocument> {
    let parameters = operation.parameters().into_iter().filter_map(|node| {
        let text = |key: &str| node.get(key)?.as_str().map(str::to_owned);
        let (name, location, schema) = (text("name")?, text("in")?, node.get("schema")?);
        if location == "header" && spec::is_ignored_header(&name) {
            return None;
        }
        let required = node.get("required").and_then(Node::as_bool) == Some(true);
        let resolved = schema.resolve().ok();
        let is_list = resolved.is_some_and(|schema| value_type(schema) == "array");
        let item = resolved.and_then(|schema| schema.get("items")?.resolve().ok());
        let value_type =
            if is_list { item } else { resolved }.map_or("string", value_type).to_owned();
        let schema = is_read(node, &value_type, is_list).then(|| schemas.validator(schema))?;
        Some(schema.map(|schema| ParameterContract {
            name,
            location,
            required,
            value_type,
            is_list,
            schema,
        }))
    });
    parameters.collect()
}

fn value_type(schema: Node<'_>) -> &str {
    schema.get("type").and_then(Node::as_str).unwrap_or("string")
}

/// Whether values of a parameter are read, and so checked: those that are one text, and lists in the
/// query that repeat their key.
fn is_read(parameter: Node, value_type: &str, is_list: bool) -> bool {
    let text = |key: &str| parameter.get(key).and_then(Node::as_str);
    let repeats_key = text("in") == Some("query")
        && text("style").is_none_or(|style| style == "form")
        && parameter.get("explode").and_then(Node::as_bool) != Some(false);
    !matches!(value_type, "array" | "object") && (!is_list || repeats_key)
}

impl BodyContract {
    fn read(body: Node, schemas: &Schemas) -> Result<Self, InvalidDocument> {
        let required = body.get("required").and_then(Node::as_bool) == Some(true);
        let schema = spec::json_content(body).and_then(|content| content.get("schema"));
        Ok(Self { required, schema: schema.map(|schema| schemas.validator(schema)).transpose()? })
    }

    fn check(&self, raw: &RawRequest) -> Result<Value, ServiceError> {
        if raw.body.is_empty() {
            return match self.required {
                true => Err(ServiceError::invalid_argument("the body is missing")),
                false => Ok(Value::Null),
            };
        }
        let Some(schema) = &self.schema else { return Ok(Value::Null) };
        let media_type = raw.headers.get(header::CONTENT_TYPE).map(|value| value.to_str());
        if !media_type.is_none_or(|value| value.is_ok_and(spec::is_json)) {
            return Err(ServiceError::invalid_argument("Content-Type must be application/json"));
        }
        let body = serde_json::from_slice(raw.body).map_err(|_| ServiceError::invalid_json())?;
        if let Some(error) = schema.iter_errors(&body).next() {
            // A value may be a secret; the message says only what it should have been.
            let what = format!("body{}: {}", error.instance_path(), error.masked());
            return Err(ServiceError::invalid_argument(&what));
        }
        Ok(body)
    }
}

impl RequestContract {
    pub(super) fn read(
        operation: spec::Operation,
        schemas: &Schemas,
    ) -> Result<Self, InvalidDocument> {
        let parameters = parameters(operation, schemas)?;
        let body = operation.request_body().map(|body| BodyContract::read(body, schemas));
        Ok(Self { parameters, body: body.transpose()? })
    }

    /// Checks a request against the parameters and the body that are documented.
    pub fn check(&self, raw: RawRequest) -> Result<ValidRequest, ServiceError> {
        for parameter in &self.parameters {
            if !parameter.fits(&raw) {
                return Err(ServiceError::invalid_parameter(&parameter.name));
            }
        }
        let body = self.body.as_ref().map_or(Ok(Value::Null), |body| body.check(&raw))?;
        Ok(ValidRequest { path: raw.path, query: raw.query, body })
    }
}

impl ParameterContract {
    fn fits(&self, raw: &RawRequest) -> bool {
        match self.value(raw) {
            Some(value) => self.schema.is_valid(&value),
            None => !self.required,
        }
    }

    fn value(&self, raw: &RawRequest) -> Option<Value> {
        let name = self.name.as_str();
        match self.location.as_str() {
            "path" => raw.path.get(name).map(|text| self.typed(text)),
            "header" => Some(self.typed(raw.headers.get(name)?.to_str().unwrap_or_default())),
            _ => {
                let mut values = raw.query.iter().filter(|(key, _)| key == name).peekable();
                values.peek()?;
                match self.is_list {
                    true => Some(values.map(|(_, item)| self.typed(item)).collect()),
                    false => values.next().map(|(_, text)| self.typed(text)),
                }
            }
        }
    }

    fn typed(&self, text: &str) -> Value {
        match self.value_type.as_str() {
            "boolean" | "integer" | "number" => text.parse().unwrap_or_else(|_| text.into()),
            _ => text.into(),
        }
    }
}

impl ValidRequest {
    /// A value of the path; every one that the template names is there.
    pub fn segment(&self, name: &str) -> &str {
        self.path.get(name).map_or("", String::as_str)
    }

    /// The first value of a key of the query.
    pub fn option(&self, name: &str) -> Option<&str> {
        self.options(name).next()
    }

    /// All values of a key of the query.
    pub fn options(&self, name: &str) -> impl Iterator<Item = &str> {
        self.query.iter().filter(move |(key, _)| key == name).map(|(_, value)| value.as_str())
    }

    /// A text in the body.
    pub fn text(&self, name: &str) -> Option<&str> {
        self.body.get(name)?.as_str()
    }
}
