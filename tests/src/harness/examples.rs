//! The documented success of every operation, as values that a test may change.

use std::mem::discriminant;

use modelarts_app_auth::Client;
use serde_json::Value;

use crate::generated::{TESTS, make};
use crate::harness::check::{Arguments, CallResult, TypedCall, arguments, document};

/// A call and its response.
#[derive(Clone)]
pub struct Example {
    pub operation: String,
    pub arguments: Arguments,
    pub body: Option<Value>,
    /// Null if there is none.
    pub response: Value,
    /// Whether a response may have a body. That of a HEAD request has none.
    pub has_body: bool,
}

impl Example {
    /// The first success of every operation that has a test.
    pub fn all() -> Vec<Self> {
        let mut examples: Vec<Self> = Vec::new();
        for call in spec::calls(document()) {
            let is_known =
                examples.last().is_some_and(|last| call.operation.label() == last.operation);
            let is_tested =
                TESTS.contains(&(call.operation.label().as_str(), call.status, call.name));
            if is_tested && !is_known && call.is_success() {
                examples.push(Self::of(&call));
            }
        }
        examples
    }

    fn of(call: &spec::ExampleCall) -> Self {
        Self {
            operation: call.operation.label(),
            arguments: arguments(call),
            body: call.request.map(|body| body.to_value()),
            response: call.response.map(|body| body.to_value()).unwrap_or_default(),
            has_body: call.operation.method != "head",
        }
    }

    /// A response for all of them: the service may always add to what it documents.
    pub fn joint_response(examples: &[Self]) -> Value {
        let mut joint = Value::Null;
        examples.iter().for_each(|example| join(&mut joint, &example.response));
        joint
    }

    /// Groups of examples with a response for all of a group; usually there is only one.
    pub fn grouped(examples: Vec<Self>) -> Vec<(Value, Vec<Self>)> {
        let mut groups: Vec<(Value, Vec<Self>)> = Vec::new();
        for example in examples {
            match groups.iter_mut().find(|(response, _)| suit(response, &example.response)) {
                Some((response, group)) => {
                    join(response, &example.response);
                    group.push(example);
                }
                None => groups.push((example.response.clone(), vec![example])),
            }
        }
        groups
    }

    /// Makes the call.
    pub async fn make(&self, client: Client) -> CallResult {
        let call = TypedCall::new(client, self.arguments.clone(), self.body.clone());
        make(&self.operation, call).await
    }
}

/// Whether a value may stand for another one and have all that is in it: the types are the same.
fn suit(one: &Value, other: &Value) -> bool {
    match (one, other) {
        (Value::Null, _) | (_, Value::Null) => true,
        (Value::Object(one), Value::Object(other)) => {
            other.iter().all(|(key, other)| one.get(key).is_none_or(|one| suit(one, other)))
        }
        (Value::Array(one), Value::Array(other)) => {
            one.iter().all(|one| other.iter().all(|other| suit(one, other)))
        }
        _ => discriminant(one) == discriminant(other),
    }
}

/// Adds to a value what only another one has; of lists, to the first item.
fn join(joint: &mut Value, other: &Value) {
    match (joint, other) {
        (Value::Object(joint), Value::Object(other)) => {
            for (key, other) in other {
                join(joint.entry(key).or_insert(Value::Null), other);
            }
        }
        (Value::Array(joint), Value::Array(other)) => match (joint.first_mut(), other.first()) {
            (Some(joint), Some(other)) => join(joint, other),
            _ => joint.extend(other.first().cloned()),
        },
        (joint @ Value::Null, other) => *joint = other.clone(),
        _ => {}
    }
}
