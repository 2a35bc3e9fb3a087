//! One exchange: from a request to its answer.

use std::sync::{Mutex, MutexGuard, PoisonError};

use axum::body::Body;
use axum::response::Response;
use futures_util::StreamExt;
use http::Method;
use http::request::Parts;
use tokio::sync::Notify;
use tokio::time::Instant;

use crate::connection::Line;
use crate::contract::Operation;
use crate::fault::{Asked, Fault, Trouble};
use crate::iam;
use crate::outgoing_response::Answer;
use crate::server_state::World;
use crate::service_error::Refusal;
use crate::settings::Settings;

/// In bytes.
const LARGEST_BODY: usize = 12 * 1024 * 1024;

/// The service, as its tasks share it.
pub(crate) struct Shared {
    pub settings: Settings,
    pub world: Mutex<World>,
    /// Told whenever the state may have changed.
    pub changed: Notify,
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
pub(crate) struct Arrived {
    pub parts: Parts,
    /// The values of the path template, decoded.
    pub path: Vec<(String, String)>,
    pub body: Vec<u8>,
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
        let response = match read(body).await {
            Ok(body) => self.respond(target, &line, &Arrived { parts, path, body }).await,
            Err(refusal) => self.refuse(&refusal).whole(),
        };
        log(&method, target.template(), response.status().as_u16(), started);
        response
    }

    async fn respond(&self, target: Target, line: &Line, arrived: &Arrived) -> Response {
        let asked = Asked { operation: target.id(), path: arrived.parts.uri.path() };
        let fault = self.world().faults.next(&asked);
        match fault {
            None => self.carry_out(target, arrived).whole(),
            Some(Fault::Before(Trouble::Delay(wait))) => {
                tokio::time::sleep(wait).await;
                self.carry_out(target, arrived).whole()
            }
            Some(Fault::Before(trouble)) => {
                self.refuse(&Refusal::of_status(500)).disturbed(trouble, line).await
            }
            Some(Fault::After(trouble)) => {
                self.carry_out(target, arrived).disturbed(trouble, line).await
            }
        }
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
