//! An answer against its operation.

use jsonschema::Validator;
use serde_json::Value;
use spec::Node;

use super::schema::Schemas;
use super::{Answer, Operation};

impl Answer {
    pub(super) fn read(response: Node, schemas: &Schemas) -> Result<Self, String> {
        let schema = spec::json_content(response).and_then(|content| content.get("schema"));
        let traced = response.get("headers").is_some_and(|all| all.get("X-Request-Id").is_some());
        Ok(Self { schema: schema.map(|schema| schemas.validator(schema)).transpose()?, traced })
    }
}

impl Operation {
    /// Whether answers of this status have an `X-Request-Id`.
    pub fn is_traced(&self, status: u16) -> bool {
        self.answers.get(&status).is_some_and(|answer| answer.traced)
    }

    /// Whether this may be answered; else what is wrong with it. No status is promised for each
    /// error, but every error has the form of one of the two services that answer.
    pub fn check_answer(&self, status: u16, body: &Value) -> Result<(), String> {
        match self.answers.get(&status) {
            Some(Answer { schema: Some(schema), .. }) => check(schema, body),
            Some(Answer { schema: None, .. }) if body.is_null() => Ok(()),
            Some(_) => Err(format!("{status} is documented without a body")),
            None if status >= 400 => check(&self.error, body),
            None => Err(format!("{status} is not documented")),
        }
    }
}

fn check(schema: &Validator, body: &Value) -> Result<(), String> {
    match schema.iter_errors(body).next() {
        None => Ok(()),
        Some(error) => Err(format!("{}: {}", error.instance_path(), error.masked())),
    }
}
