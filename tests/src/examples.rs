//! The documented success of every operation, as values that a test may change.

use modelarts_app_auth::Client;
use serde_json::Value;

use crate::check::{Arguments, Call, Outcome, arguments, document};
use crate::generated::make;

/// A call and its answer.
#[derive(Clone)]
pub struct Example {
    pub operation: String,
    pub arguments: Arguments,
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
                examples.last().is_some_and(|last| call.operation.label() == last.operation);
            if !is_known && call.is_success() {
                examples.push(Self::of(&call));
            }
        }
        examples
    }

    fn of(call: &spec::Call) -> Self {
        Self {
            operation: call.operation.label(),
            arguments: arguments(call),
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
