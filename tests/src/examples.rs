//! The documented success of every operation, as values that a test may change.

use std::collections::BTreeMap;

use modelarts_app_auth::Client;
use serde_json::Value;

use crate::check::{Call, Outcome, document, text};
use crate::generated::make;

/// A call and its answer.
#[derive(Clone)]
pub struct Example {
    pub operation: String,
    pub arguments: BTreeMap<String, Value>,
    pub body: Option<Value>,
    /// Null if there is none.
    pub answer: Value,
}

impl Example {
    /// The first success of every operation.
    pub fn all() -> Vec<Self> {
        let document = document();
        let mut examples: Vec<Self> = Vec::new();
        for call in spec::calls(&document) {
            let is_known =
                examples.last().is_some_and(|last| call.operation.id() == Some(&last.operation));
            if !is_known && call.status.starts_with('2') {
                examples.push(Self::of(&call));
            }
        }
        examples
    }

    fn of(call: &spec::Call) -> Self {
        let arguments = call
            .parameters
            .iter()
            .map(|(parameter, value)| (text(*parameter, "name"), value.to_value()));
        Self {
            operation: call.operation.id().expect("an operation with an id").to_owned(),
            arguments: arguments.collect(),
            body: call.request.map(|body| body.to_value()),
            answer: call.response.map(|body| body.to_value()).unwrap_or_default(),
        }
    }

    /// An answer for all of them: the service may always add to what it documents.
    pub fn joint_answer(examples: &[Self]) -> Value {
        let mut joint = serde_json::Map::new();
        for (key, value) in
            examples.iter().filter_map(|example| example.answer.as_object()).flatten()
        {
            joint.entry(key).or_insert_with(|| value.clone());
        }
        joint.into()
    }

    /// Makes the call.
    pub async fn make(&self, client: Client) -> Outcome {
        let call = Call::new(client, self.arguments.clone(), self.body.clone());
        make(&self.operation, call).await
    }
}
