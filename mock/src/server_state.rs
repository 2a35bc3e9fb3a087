//! What the tasks of the service change, and how an operation changes it.

use fastrand::Rng;
use serde_json::Value;

use crate::authentication::Caller;
use crate::contract::{Operation, Raw};
use crate::fault::Faults;
use crate::handler::Arrived;
use crate::operations::{self, Call, Outcome};
use crate::outgoing_response::Answer;
use crate::service_error::Refusal;
use crate::settings::{EmptyLists, Settings};
use crate::signature::Signed;
use crate::state::State;

pub(crate) struct World {
    pub state: State,
    pub rng: Rng,
    pub faults: Faults,
}

impl World {
    /// Of a request.
    pub fn id(&mut self) -> String {
        (0..32).map(|_| self.rng.digit(16)).collect()
    }

    /// Who has sent a request.
    pub fn caller(&mut self, arrived: &Arrived, now: u64) -> Result<Caller, Refusal> {
        let signed = Signed {
            method: arrived.parts.method.as_str(),
            path: arrived.parts.uri.path(),
            query: arrived.parts.uri.query().unwrap_or_default(),
            headers: &arrived.parts.headers,
            body: &arrived.body,
        };
        self.state.authenticate(&signed, now)
    }

    /// Carries out an operation, if it may be.
    pub fn operate(
        &mut self,
        operation: &Operation,
        arrived: &Arrived,
        settings: &Settings,
        now: u64,
    ) -> Outcome {
        let caller = self.caller(arrived, now)?;
        let query = arrived.parts.uri.query().unwrap_or_default();
        let request = operation.request(Raw {
            path: arrived.path.iter().cloned().collect(),
            query: form_urlencoded::parse(query.as_bytes()).into_owned().collect(),
            headers: &arrived.parts.headers,
            body: &arrived.body,
        })?;
        if let Some(project) = request.path.get("project_id") {
            let is_known = self.state.projects.iter().any(|known| known.id == *project);
            if !is_known || caller.project_id.is_some_and(|id| id != *project) {
                return Err(Refusal::other_project());
            }
        }
        let user = self.state.users.iter().find(|user| user.id == caller.user_id).cloned();
        let caller = user.ok_or_else(|| Refusal::unauthenticated("the user does not exist"))?;
        let Some(act) = operations::of(&operation.id) else { return Ok(operation.example.clone()) };
        act(&mut Call {
            operation: &operation.id,
            request: &request,
            caller,
            state: &mut self.state,
            settings,
            rng: &mut self.rng,
            now,
        })
    }

    /// Nothing leaves that the document does not allow.
    pub fn answer(
        &mut self,
        operation: &Operation,
        outcome: Outcome,
        settings: &Settings,
    ) -> Answer {
        let id = self.id();
        let (status, body) = match outcome {
            Ok(body) => (operation.success, body),
            Err(refusal) => (refusal.status, refusal.body(&id)),
        };
        let checked = operation.check_answer(status, &body);
        let (status, mut body) = match checked {
            Ok(()) => (status, body),
            Err(why) => {
                let why =
                    format!("the answer of {} does not fit openapi.yaml: {why}", operation.id);
                (500, Refusal::own_fault(why).body(&id))
            }
        };
        if settings.empty_lists == EmptyLists::Null {
            without_empty_lists(&mut body);
        }
        let answer = Answer::new(status, body);
        match operation.is_traced(status) {
            true => answer.with("x-request-id", id),
            false => answer,
        }
    }
}

fn without_empty_lists(value: &mut Value) {
    match value {
        Value::Array(items) if items.is_empty() => *value = Value::Null,
        Value::Array(items) => items.iter_mut().for_each(without_empty_lists),
        Value::Object(members) => members.values_mut().for_each(without_empty_lists),
        _ => {}
    }
}
