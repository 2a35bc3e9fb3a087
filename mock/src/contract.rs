//! The operations of the document: what a request must be, and what a response must be.

mod published;
mod request;
mod response;
mod schema;

use std::sync::{Arc, LazyLock};

use serde_json::Value;
use spec::{Document, Node, Source};

use crate::invalid_document::InvalidDocument;
use crate::own_paths;
use crate::path_pattern::PathPattern;
use request::RequestContract;
use response::ResponseContract;
use schema::Schemas;

pub(crate) use published::Published;
pub(crate) use request::{RawRequest, ValidRequest};

/// The OpenAPI document of the mock server, in YAML: a copy of the one in the workspace.
pub const OPENAPI: &str = include_str!("../openapi.yaml");

static CONTRACT: LazyLock<Result<Arc<Contract>, InvalidDocument>> =
    LazyLock::new(|| Contract::read(&Source::new("openapi.yaml", OPENAPI)).map(Arc::new));

/// All operations of a document.
pub(crate) struct Contract {
    pub title: String,
    /// Sorted by the rank of their paths.
    pub operations: Vec<OperationContract>,
    pub published: Published,
}

pub(crate) struct OperationContract {
    /// The `operationId`; without one, the method and the path.
    pub id: String,
    /// In upper case.
    pub method: String,
    /// The path of the operation, with the names of its parameters in braces.
    pub template: String,
    pub pattern: PathPattern,
    /// The status code of a success.
    pub success: u16,
    /// The documented body of a success.
    pub example: Value,
    pub request: RequestContract,
    pub response: ResponseContract,
}

impl Contract {
    /// The contract of [`OPENAPI`].
    pub fn openapi() -> Result<Arc<Self>, InvalidDocument> {
        CONTRACT.clone()
    }

    pub fn read(source: &Source) -> Result<Self, InvalidDocument> {
        let unreadable = |problems: &[_]| InvalidDocument::unreadable(source, problems);
        let document = Document::parse(source).map_err(|problems| unreadable(&problems))?;
        if let Some(problem) = document.version_diagnostic() {
            return Err(unreadable(&[problem]));
        }
        for node in references(&document) {
            let broken = |error: spec::RefError| {
                let message = format!("cannot resolve the reference: {error}");
                InvalidDocument::at(error.node, message, "run `cargo xtask lint` on the document")
            };
            node.resolve().map_err(broken)?;
        }
        let schemas = Schemas::new(&document)?;
        let examples = spec::calls(&document);
        let operations = spec::operations(&document).map(|operation| {
            let shown = examples
                .iter()
                .find(|call| call.operation == operation && call.status.starts_with('2'));
            OperationContract::read(operation, shown, &schemas)
        });
        let mut operations = operations.collect::<Result<Vec<_>, _>>()?;
        operations.sort_by(|a, b| a.pattern.rank().cmp(b.pattern.rank()));
        let title = document.at("/info/title").and_then(Node::as_str).unwrap_or("The API");
        Ok(Self { title: title.to_owned(), operations, published: Published::of(&document) })
    }
}

/// The path items, and the parts of their operations that may be references. A part whose reference
/// cannot be resolved would be left out.
fn references<'d>(document: &'d Document) -> impl Iterator<Item = Node<'d>> {
    let children = |node: Option<Node<'d>>| {
        let entries = node.into_iter().flat_map(Node::entries).map(|entry| entry.value);
        entries.chain(node.into_iter().flat_map(Node::items))
    };
    let parts = spec::operations(document).flat_map(move |operation| {
        let of = |key| operation.node.get(key);
        let parts =
            children(of("parameters")).chain(children(operation.path_item.get("parameters")));
        parts.chain(of("requestBody")).chain(children(of("responses")))
    });
    children(document.root().get("paths")).chain(parts)
}

impl OperationContract {
    fn read(
        operation: spec::Operation,
        shown: Option<&spec::ExampleCall>,
        schemas: &Schemas,
    ) -> Result<Self, InvalidDocument> {
        let failed = |message: &str, help| {
            let place = format!("{} {}", operation.method.to_uppercase(), operation.path);
            Err(InvalidDocument::at(operation.node, format!("{place} {message}"), help))
        };
        if own_paths::is_own(operation.path) {
            return failed("has a path of the mock server", "rename the path");
        }
        if !operation.path.starts_with('/') {
            return failed("has a path that does not begin with `/`", "add a `/` to the path");
        }
        let response = ResponseContract::read(operation, schemas)?;
        let Some(success) = response.success() else {
            return failed("has no success response", "add a response with a 2XX status code");
        };
        Ok(Self {
            id: operation.label(),
            method: operation.method.to_uppercase(),
            template: operation.path.to_owned(),
            pattern: PathPattern::new(operation.path),
            success,
            example: shown.and_then(|call| call.response).map(Node::to_value).unwrap_or_default(),
            request: RequestContract::read(operation, schemas)?,
            response,
        })
    }
}
