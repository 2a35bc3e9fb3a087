//! The operations of the document: what a request must be, and what a response must be.

mod request;
mod response;
mod schema;

use std::sync::LazyLock;

use serde_json::Value;
use spec::{Document, Node, Source};

use request::RequestContract;
use response::ResponseContract;
use schema::Schemas;

pub(crate) use request::{RawRequest, ValidRequest};

/// The OpenAPI document of the mock server, in YAML: a copy of the one in the workspace.
pub const OPENAPI: &str = include_str!("../openapi.yaml");

static CONTRACT: LazyLock<Result<Contract, String>> = LazyLock::new(|| Contract::read(OPENAPI));

/// All operations of a document.
pub(crate) struct Contract {
    pub operations: Vec<OperationContract>,
}

pub(crate) struct OperationContract {
    pub id: String,
    /// In upper case.
    pub method: String,
    /// The path of the operation, with the names of its parameters in braces.
    pub template: String,
    /// The status code of a success.
    pub success: u16,
    /// The documented body of a success.
    pub example: Value,
    pub request: RequestContract,
    pub response: ResponseContract,
}

impl Contract {
    /// The contract of [`OPENAPI`].
    pub fn openapi() -> Result<&'static Self, String> {
        CONTRACT.as_ref().map_err(Clone::clone)
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
            OperationContract::read(operation, shown, &schemas)
        });
        Ok(Self { operations: operations.collect::<Result<_, _>>()? })
    }
}

impl OperationContract {
    fn read(
        operation: spec::Operation,
        shown: Option<&spec::ExampleCall>,
        schemas: &Schemas,
    ) -> Result<Self, String> {
        let place = format!("{} {}", operation.method.to_uppercase(), operation.path);
        let id = operation.id().ok_or_else(|| format!("{place} has no operationId"))?;
        let response = ResponseContract::read(operation, schemas)?;
        Ok(Self {
            id: id.to_owned(),
            method: operation.method.to_uppercase(),
            template: operation.path.to_owned(),
            success: response.success().ok_or_else(|| format!("{place} has no success"))?,
            example: shown.and_then(|call| call.response).map(Node::to_value).unwrap_or_default(),
            request: RequestContract::read(operation, schemas)?,
            response,
        })
    }
}
