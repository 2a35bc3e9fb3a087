//! The operations of `openapi.yaml`: what a request must be, and what an answer must be.

mod request;
mod response;
mod schema;

use std::collections::BTreeMap;
use std::sync::LazyLock;

use jsonschema::Validator;
use serde_json::Value;
use spec::{Document, Node, Source};

use request::{Body, Parameter};
use schema::Schemas;

pub(crate) use request::{Raw, Request};

static OPENAPI: LazyLock<Result<Contract, String>> =
    LazyLock::new(|| Contract::read(crate::OPENAPI));

/// All operations of a document.
pub(crate) struct Contract {
    pub operations: Vec<Operation>,
}

pub(crate) struct Operation {
    pub id: String,
    /// In upper case.
    pub method: String,
    pub template: String,
    /// The status of a success.
    pub success: u16,
    /// The documented body of a success.
    pub example: Value,
    parameters: Vec<Parameter>,
    body: Option<Body>,
    answers: BTreeMap<u16, Answer>,
    /// What an answer is that is not documented for the operation.
    error: Validator,
}

struct Answer {
    /// None if there is no body.
    schema: Option<Validator>,
    /// Whether it has an `X-Request-Id`.
    traced: bool,
}

impl Contract {
    /// The contract of this workspace.
    pub fn openapi() -> Result<&'static Self, String> {
        OPENAPI.as_ref().map_err(Clone::clone)
    }

    pub fn read(text: &str) -> Result<Self, String> {
        let source = Source::new("openapi.yaml", text);
        let document = Document::parse(&source).map_err(|problems| {
            problems.iter().map(|one| one.message.as_str()).collect::<Vec<_>>().join("; ")
        })?;
        let schemas = Schemas::new(&document)?;
        let examples = spec::calls(&document);
        let operations = spec::operations(&document).map(|operation| {
            let shown = examples
                .iter()
                .find(|call| call.operation == operation && call.status.starts_with('2'));
            Operation::read(operation, shown, &schemas)
        });
        Ok(Self { operations: operations.collect::<Result<_, _>>()? })
    }
}

impl Operation {
    fn read(
        operation: spec::Operation,
        shown: Option<&spec::Call>,
        schemas: &Schemas,
    ) -> Result<Self, String> {
        let place = format!("{} {}", operation.method.to_uppercase(), operation.path);
        let id = operation.id().ok_or_else(|| format!("{place} has no operationId"))?;
        let mut answers = BTreeMap::new();
        for (status, response) in operation.responses() {
            // Of a range of errors, or `default`, no number could be answered.
            let number = if status == "2XX" { Some(200) } else { status.parse().ok() };
            if let Some(number) = number {
                answers.entry(number).or_insert(Answer::read(response, schemas)?);
            }
        }
        let success = answers.keys().copied().find(|status| (200..300).contains(status));
        Ok(Self {
            id: id.to_owned(),
            method: operation.method.to_uppercase(),
            template: operation.path.to_owned(),
            success: success.ok_or_else(|| format!("{place} has no success"))?,
            example: shown.and_then(|call| call.response).map(Node::to_value).unwrap_or_default(),
            parameters: request::parameters(operation, schemas)?,
            body: operation.request_body().map(|body| Body::read(body, schemas)).transpose()?,
            answers,
            error: schemas.error()?,
        })
    }
}
