//! One exchange: from a request to its answer.

use std::sync::{Mutex, MutexGuard, PoisonError};

use axum::body::Body;
use axum::response::Response;
use fastrand::Rng;
use futures_util::StreamExt;
use http::Method;
use http::request::Parts;
use serde_json::Value;
use tokio::sync::Notify;
use tokio::time::Instant;

use crate::answer::Answer;
use crate::authentication::Caller;
use crate::behaviour::{self, Call, Outcome};
use crate::connection::Line;
use crate::contract::{Operation, Raw};
use crate::fault::{Asked, Fault, Faults, Trouble};
use crate::iam;
use crate::refusal::Refusal;
use crate::settings::{EmptyLists, Settings};
use crate::signature::Signed;
use crate::state::State;

/// In bytes.
const LARGEST_BODY: usize = 12 * 1024 * 1024;

/// The service, as its tasks share it.
pub(crate) struct Shared {
    pub settings: Settings,
    pub world: Mutex<World>,
    /// Told whenever the state may have changed.
    pub changed: Notify,
}

pub(crate) struct World {
    pub state: State,
    pub rng: Rng,
    pub faults: Faults,
}

/// What a route leads to.
#[derive(Clone, Copy)]
pub(crate) enum Target {
    Operation(&'static Operation),
    CreateToken,
    ListProjects,
}

impl Target {
    fn id(self) -> &'static str {
        match self {
            Self::Operation(operation) => &operation.id,
            Self::CreateToken => "KeystoneCreateUserTokenByPassword",
            Self::ListProjects => "KeystoneListProjects",
        }
    }

    fn template(self) -> &'static str {
        match self {
            Self::Operation(operation) => &operation.template,
            Self::CreateToken => iam::TOKENS,
            Self::ListProjects => iam::PROJECTS,
        }
    }
}

/// A request that has arrived.
struct Arrived {
    parts: Parts,
    path: Vec<(String, String)>,
    body: Vec<u8>,
}

impl Shared {
    pub fn world(&self) -> MutexGuard<'_, World> {
        self.world.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub async fn exchange(
        &self,
        target: Target,
        line: Line,
        path: Vec<(String, String)>,
        request: http::Request<Body>,
    ) -> Response {
        let started = Instant::now();
        let (parts, body) = request.into_parts();
        let method = parts.method.clone();
        let response = self.respond(target, line, path, parts, body).await;
        log(&method, target.template(), response.status().as_u16(), started);
        response
    }

    async fn respond(
        &self,
        target: Target,
        line: Line,
        path: Vec<(String, String)>,
        parts: Parts,
        body: Body,
    ) -> Response {
        let body = match read(body).await {
            Ok(body) => body,
            Err(refusal) => return self.refuse(&refusal).disturbed(None, &line).await,
        };
        let asked = Asked { operation: target.id(), path: parts.uri.path() };
        let fault = self.world().faults.next(&asked);
        let trouble = match fault {
            Some(Fault::Before(Trouble::Delay(wait))) => {
                tokio::time::sleep(wait).await;
                None
            }
            Some(Fault::Before(trouble)) => {
                let failure = self.refuse(&Refusal::of_status(500));
                return failure.disturbed(Some(trouble), &line).await;
            }
            Some(Fault::After(trouble)) => Some(trouble),
            None => None,
        };
        let answer = self.carry_out(target, &Arrived { parts, path, body });
        answer.disturbed(trouble, &line).await
    }

    pub fn refuse(&self, refusal: &Refusal) -> Answer {
        Answer::refusal(refusal, &self.world().id())
    }

    fn carry_out(&self, target: Target, arrived: &Arrived) -> Answer {
        let mut world = self.world();
        let now = self.settings.now();
        let answer = match target {
            Target::Operation(operation) => {
                let outcome = world.operate(operation, arrived, &self.settings, now);
                world.answer(operation, outcome, &self.settings)
            }
            Target::CreateToken => world.create_token(&arrived.body, now),
            Target::ListProjects => match world.caller(arrived, now) {
                Ok(_) => world.list_projects(arrived.parts.uri.query().unwrap_or_default()),
                Err(refusal) => iam::refuse(refusal.status, &refusal.message),
            },
        };
        drop(world);
        // A wrong signature is counted, too.
        self.changed.notify_one();
        answer
    }
}

impl World {
    fn id(&mut self) -> String {
        (0..32).map(|_| self.rng.digit(16)).collect()
    }

    fn caller(&mut self, arrived: &Arrived, now: u64) -> Result<Caller, Refusal> {
        let signed = Signed {
            method: arrived.parts.method.as_str(),
            path: arrived.parts.uri.path(),
            query: arrived.parts.uri.query().unwrap_or_default(),
            headers: &arrived.parts.headers,
            body: &arrived.body,
        };
        self.state.authenticate(&signed, now)
    }

    fn operate(
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
        let project = request.segment("project_id");
        let is_known = self.state.projects.iter().any(|known| known.id == project);
        if !is_known || caller.project_id.is_some_and(|id| id != project) {
            return Err(Refusal::other_project());
        }
        let user = self.state.users.iter().find(|user| user.id == caller.user_id).cloned();
        let caller = user.ok_or_else(|| Refusal::unauthenticated("the user does not exist"))?;
        let Some(act) = behaviour::of(&operation.id) else { return Ok(operation.example.clone()) };
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
    fn answer(&mut self, operation: &Operation, outcome: Outcome, settings: &Settings) -> Answer {
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

/// Reads a body to its end, even one that is too large: who is still sending hears no answer.
async fn read(body: Body) -> Result<Vec<u8>, Refusal> {
    let mut chunks = body.into_data_stream();
    let (mut bytes, mut len) = (Vec::new(), 0);
    while let Some(chunk) = chunks.next().await {
        let chunk = chunk.map_err(|_| Refusal::unreadable())?;
        len += chunk.len();
        match len <= LARGEST_BODY {
            true => bytes.extend_from_slice(&chunk),
            false => bytes = Vec::new(),
        }
    }
    if len <= LARGEST_BODY { Ok(bytes) } else { Err(Refusal::too_large()) }
}

/// A path may have an AppCode in it, its template never.
pub(crate) fn log(method: &Method, template: &str, status: u16, started: Instant) {
    let milliseconds = started.elapsed().as_secs_f64() * 1e3;
    tracing::info!("{method} {template} {status} {milliseconds:.1} ms");
}
