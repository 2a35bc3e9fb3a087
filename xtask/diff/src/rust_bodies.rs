//! The types in Rust of request bodies and responses.

use spec::{Direction, Node, Operation, is_read_as_text, json_content};

use super::context::Context;
use super::pairs::OperationPair;
use super::rust_schema::RustSchemas;
use super::rust_type::{RustChange, RustType};

/// How callers give a request body.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RequestForm {
    None,
    Json,
    /// JSON, or bytes in another media type
    Choice,
    Bytes,
    /// Bytes, and their media type
    BytesOfType,
}

impl RequestForm {
    /// Returns the form of a request body object.
    pub fn of(body: Node) -> Self {
        let names = media_types(body);
        match (json_content(body).is_some(), names.as_slice()) {
            (_, []) => Self::None,
            (true, [_]) => Self::Json,
            (true, _) => Self::Choice,
            (false, [only]) if !only.contains('*') && !only.starts_with("multipart/") => {
                Self::Bytes
            }
            (false, _) => Self::BytesOfType,
        }
    }
}

/// How callers get the body of a response.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ResponseForm {
    Nothing,
    Json,
    Text,
    Bytes,
}

/// What callers get of an operation that succeeds: all that its responses have in common.
pub struct ResponseType<'d> {
    pub form: ResponseForm,
    /// Whether some responses have no body.
    pub optional: bool,
    /// The statuses of these responses.
    pub statuses: Vec<&'d str>,
    /// The schemas of their JSON.
    pub schemas: Vec<Node<'d>>,
}

impl<'d> ResponseType<'d> {
    pub fn of(operation: Operation<'d>) -> Self {
        let responses = operation.responses();
        let typed: Vec<_> =
            responses.filter(|(status, _)| is_typed_response(operation, status)).collect();
        let forms: Vec<_> = typed.iter().map(|(_, response)| form(*response)).collect();
        let full = || forms.iter().copied().filter(|form| *form != ResponseForm::Nothing);
        let form = match full().next() {
            None => ResponseForm::Nothing,
            Some(first) if full().all(|form| form == first) => first,
            Some(_) => ResponseForm::Bytes,
        };
        let is_head = operation.method == "head";
        let schema = |(_, response): &(&str, Node<'d>)| {
            let media = json_content(*response)?;
            Some(media.get("schema").unwrap_or(media))
        };
        Self {
            form: if is_head { ResponseForm::Nothing } else { form },
            optional: !is_head && full().count() > 0 && full().count() < forms.len(),
            schemas: typed.iter().filter_map(schema).collect(),
            statuses: typed.into_iter().map(|(status, _)| status).collect(),
        }
    }

    /// Returns the type of the JSON of all responses.
    fn json(&self) -> RustType {
        let mut ty = RustSchemas::default().any_type_of(&self.schemas);
        ty.nullable |= self.optional;
        ty
    }

    /// Returns the name of the type.
    pub fn name(&self) -> String {
        let name = match self.form {
            ResponseForm::Nothing => "nothing".to_owned(),
            ResponseForm::Json => return format!("JSON as {}", self.json()),
            ResponseForm::Text => "text".to_owned(),
            ResponseForm::Bytes => "bytes".to_owned(),
        };
        if self.optional { format!("{name} or nothing") } else { name }
    }
}

/// Whether the types of two responses differ, apart from what their schemas say themselves.
pub fn differ(pair: &OperationPair, was: &ResponseType, is: &ResponseType) -> bool {
    let context = Context::of(Direction::Response);
    match () {
        () if was.form != is.form => true,
        () if was.form != ResponseForm::Json => was.optional != is.optional,
        // The one response of each is compared with the other one.
        () if was.statuses.len() == 1 && is.statuses.len() == 1 && is_matched(pair, was, is) => {
            false
        }
        () => RustChange::between(was.json(), is.json(), context).is_some(),
    }
}

fn is_matched(pair: &OperationPair, was: &ResponseType, is: &ResponseType) -> bool {
    let matched = super::matching::responses(pair).matched;
    matched.iter().any(|((old, _), (new, _))| was.statuses == [*old] && is.statuses == [*new])
}

fn form(response: Node) -> ResponseForm {
    let names = media_types(response);
    match json_content(response) {
        _ if names.is_empty() => ResponseForm::Nothing,
        Some(_) => ResponseForm::Json,
        None if names.iter().all(|name| is_read_as_text(name)) => ResponseForm::Text,
        None => ResponseForm::Bytes,
    }
}

fn media_types(body: Node<'_>) -> Vec<&str> {
    body.get("content").into_iter().flat_map(Node::entries).map(|entry| entry.key).collect()
}

/// Whether callers get the response of a status as a type.
pub fn is_typed_response(operation: Operation, status: &str) -> bool {
    spec::is_success(status) || status == "default" && operation.success().is_none()
}
