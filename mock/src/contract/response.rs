//! What the responses of an operation must be.

use std::collections::BTreeMap;

use jsonschema::Validator;
use serde_json::Value;
use spec::Node;

use super::schema::Schemas;
use crate::invalid_document::InvalidDocument;

pub(crate) struct ResponseContract {
    documented: BTreeMap<u16, DocumentedResponse>,
    /// For errors that the operation does not document.
    error: Validator,
}

struct DocumentedResponse {
    /// None if there is no body.
    schema: Option<Validator>,
    /// Whether it has an `X-Request-Id`.
    traced: bool,
}

impl ResponseContract {
    pub(super) fn read(
        operation: spec::Operation,
        schemas: &Schemas,
    ) -> Result<Self, InvalidDocument> {
        let mut documented = BTreeMap::new();
        for (status, response) in operation.responses() {
            // A range of errors, or `default`, names no status code to return.
            let number = if status == "2XX" { Some(200) } else { status.parse().ok() };
            if let Some(number) = number {
                documented.entry(number).or_insert(DocumentedResponse::read(response, schemas)?);
            }
        }
        Ok(Self { documented, error: schemas.error(operation.node)? })
    }

    /// The lowest status code of a success.
    pub fn success(&self) -> Option<u16> {
        self.documented.keys().copied().find(|status| (200..300).contains(status))
    }

    /// Whether responses of this status code have an `X-Request-Id`.
    pub fn is_traced(&self, status: u16) -> bool {
        self.documented.get(&status).is_some_and(|response| response.traced)
    }

    /// Checks a response before it is sent; the error says what is wrong with it. An operation does
    /// not document every error it may return, but every error has the form of one of the two
    /// services that respond.
    pub fn check(&self, status: u16, body: &Value) -> Result<(), String> {
        match self.documented.get(&status) {
            Some(DocumentedResponse { schema: Some(schema), .. }) => check(schema, body),
            Some(DocumentedResponse { schema: None, .. }) if body.is_null() => Ok(()),
            Some(_) => Err(format!("{status} is documented without a body")),
            None if status >= 400 => check(&self.error, body),
            None => Err(format!("{status} is not documented")),
        }
    }
}

impl DocumentedResponse {
    fn read(response: Node, schemas: &Schemas) -> Result<Self, InvalidDocument> {
        let schema = spec::json_content(response).and_then(|content| content.get("schema"));
        let traced = response.get("headers").is_some_and(|all| all.get("X-Request-Id").is_some());
        Ok(Self { schema: schema.map(|schema| schemas.validator(schema)).transpose()?, traced })
    }
}

fn check(schema: &Validator, body: &Value) -> Result<(), String> {
    match schema.iter_errors(body).next() {
        None => Ok(()),
        Some(error) => Err(format!("{}: {}", error.instance_path(), error.masked())),
    }
}
