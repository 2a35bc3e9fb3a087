//! The two operations of IAM that a client of ModelArts needs.

use jiff::Timestamp;
use serde_json::{Value, json};

use crate::outgoing_response::OutgoingResponse;
use crate::server_state::ServerState;
use crate::state::Token;

pub(crate) const CREATE_TOKEN: &str = "KeystoneCreateUserTokenByPassword";
pub(crate) const LIST_PROJECTS: &str = "KeystoneListProjects";

pub(crate) const TOKENS: &str = "/v3/auth/tokens";
pub(crate) const PROJECTS: &str = "/v3/projects";

/// A token is good for 24 hours, in milliseconds.
const LIFE: u64 = 24 * 60 * 60 * 1000;

/// An error in the form of IAM.
pub(crate) fn error(status: u16, message: &str) -> OutgoingResponse {
    let title = match status {
        400 => "Bad Request",
        403 => "Forbidden",
        _ => "Unauthorized",
    };
    let body = json!({ "code": status, "message": message, "title": title });
    OutgoingResponse::new(status, json!({ "error": body }))
}

impl ServerState {
    pub(crate) fn create_token(&mut self, body: &[u8], now: u64) -> OutgoingResponse {
        let body: Value = serde_json::from_slice(body).unwrap_or_default();
        let text = |pointer: &str| body.pointer(pointer).and_then(Value::as_str);
        let identity = |rest: &str| text(&format!("/auth/identity/password/user{rest}"));
        let (Some(name), Some(password), Some(domain)) =
            (identity("/name"), identity("/password"), identity("/domain/name"))
        else {
            return error(400, "The request body is invalid");
        };
        let (id, project) = (text("/auth/scope/project/id"), text("/auth/scope/project/name"));
        let methods = body.pointer("/auth/identity/methods");
        if methods != Some(&json!(["password"])) || id.is_none() && project.is_none() {
            return error(400, "The request body is invalid");
        }
        let user =
            self.state.users.iter().find(|user| {
                user.name == name && user.domain == domain && user.password == password
            });
        let Some(user) = user else {
            return error(401, "The username or password is wrong.");
        };
        let project = self.state.projects.iter().find(|known| {
            id.is_none_or(|id| known.id == id) && project.is_none_or(|name| known.name == name)
        });
        let Some(project) = project else {
            return error(401, "The project does not exist or is not the user's.");
        };
        let domain = json!({ "id": domain, "name": domain });
        let body = json!({ "token": {
            "catalog": [],
            "expires_at": written(now + LIFE),
            "issued_at": written(now),
            "methods": ["password"],
            "project": { "domain": domain, "id": project.id, "name": project.name },
            "roles": [{ "id": "0", "name": "te_admin" }],
            "user": {
                "domain": domain,
                "id": user.id,
                "name": user.name,
                "password_expires_at": "",
            },
        } });
        let (user_id, project_id) = (user.id.clone(), project.id.clone());
        let token: String = (0..64).map(|_| self.rng.alphanumeric()).collect();
        self.state.tokens.retain(|token| token.expires_at > now);
        let expires_at = now + LIFE;
        self.state.tokens.push(Token { token: token.clone(), user_id, project_id, expires_at });
        OutgoingResponse::new(201, body).with("x-subject-token", token)
    }

    pub(crate) fn list_projects(&self, query: &str) -> OutgoingResponse {
        let name = form_urlencoded::parse(query.as_bytes()).find(|(key, _)| key == "name");
        let links = |path: &str| json!({ "next": null, "previous": null, "self": path });
        let projects = self.state.projects.iter();
        let projects =
            projects.filter(|one| name.as_ref().is_none_or(|(_, name)| *name == one.name));
        let projects = projects.map(|project| {
            json!({
                "description": "",
                "domain_id": "loopback",
                "enabled": true,
                "id": project.id,
                "is_domain": false,
                "links": links(&format!("{PROJECTS}/{}", project.id)),
                "name": project.name,
                "parent_id": "loopback",
            })
        });
        let projects: Vec<Value> = projects.collect();
        OutgoingResponse::new(200, json!({ "links": links(PROJECTS), "projects": projects }))
    }
}

/// Milliseconds since the Unix epoch, as IAM writes them.
fn written(milliseconds: u64) -> String {
    let instant = Timestamp::from_millisecond(milliseconds as i64).unwrap_or(Timestamp::MAX);
    format!("{instant:.6}")
}
