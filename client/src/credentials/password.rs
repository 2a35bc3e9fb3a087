//! A project's token for the password of an IAM user.

use std::time::{Duration, SystemTime};

use bytes::Bytes;
use reqwest::header::{CONTENT_TYPE, HeaderValue};
use reqwest::{Method, Request};
use serde_json::{Value, json};
use zeroize::{Zeroize, Zeroizing};

use super::credential_set::Credentials;
use super::guard::{Guard, Key};
use super::iam::Iam;
use super::provider::{ProvideCredentials, ProvideFuture};
use super::{iam, timestamp, value};
use crate::call::operation::{Operation, Returns, Safety};
use crate::call::received_response::ReceivedResponse;
use crate::call::transport;
use crate::endpoint::Endpoint;
use crate::error::Error;
use crate::secret::Secret;

/// The operation creates a token, but a second token has no effect on the first.
static CREATE_TOKEN: Operation = Operation {
    id: "KeystoneCreateUserTokenByPassword",
    method: "POST",
    template: "/v3/auth/tokens",
    safety: Safety::Read,
    returns: Returns::Json,
    accept: "",
    redirects: &[],
};

/// Fetches tokens from IAM for a user name and a password. A token is valid for 24 hours and is
/// renewed before it expires.
///
/// The token is for the project set on the client, or else for the default project of its region.
/// The user must be an IAM user: a HUAWEI ID cannot get a token. After three refusals in a row no
/// request is sent to IAM for five minutes, because wrong passwords lock a user.
///
/// ```
/// use modelarts_app_auth::Password;
///
/// let password = Password::new("account name", "user name", "password");
/// assert!(!format!("{password:?}").contains(r#""password""#));
/// ```
#[derive(Debug)]
pub struct Password {
    domain: String,
    user: String,
    password: Secret,
    guard: Guard,
}

impl Password {
    /// Creates a provider for a user. `domain` is the name of the account that the user belongs to.
    pub fn new(
        domain: impl Into<String>,
        user: impl Into<String>,
        password: impl Into<Secret>,
    ) -> Self {
        Self {
            domain: domain.into(),
            user: user.into(),
            password: password.into(),
            guard: Guard::default(),
        }
    }

    async fn fetch(&self, iam: &Iam) -> Result<Credentials, Error> {
        value::check("account name", &self.domain)?;
        value::check("user name", &self.user)?;
        let password = self.password.expose();
        // Spaces may be a part of it.
        if password.trim().is_empty() || password.contains(char::is_control) {
            return Err(Error::credentials(
                "the password is empty or contains a control character",
            ));
        }
        let endpoint = iam.endpoint(None)?;
        let (project, region) = match iam.project_id() {
            Some(id) => (json!({ "id": id }), String::new()),
            None => (json!({ "name": iam.project_name()? }), iam.unknown_region()),
        };
        let request = self.request(&endpoint, project)?;
        // This provider has one user, so that the password is all there is to compare.
        let key = Key { id: &self.password, secret: &self.password };
        // The calls that wait for the token bound it by their own time.
        let permit = self.guard.enter(key, transport::deadline(Duration::MAX)).await?;
        let secrets = std::slice::from_ref(&self.password);
        let response = iam.exchange(&CREATE_TOKEN, &endpoint, request, secrets).await;
        match &response {
            Ok(_) => self.guard.accept(permit),
            Err(error) if error.status() == Some(401) => self.guard.reject(permit),
            Err(_) => {}
        }
        let response = response.map_err(|error| {
            let address = endpoint.address();
            Error::credentials(format!("IAM gave no token: {error}; IAM is at {address}{region}"))
                .with_source(error)
        })?;
        read(&response).ok_or_else(|| {
            let address = endpoint.address();
            Error::credentials(format!(
                "IAM gave no token: its response lacks X-Subject-Token; IAM is at {address}"
            ))
        })
    }

    fn request(&self, endpoint: &Endpoint, project: Value) -> Result<Request, Error> {
        let mut url = iam::url(endpoint, &CREATE_TOKEN)?;
        // The catalog, which nobody here reads, makes the response long.
        url.query_pairs_mut().append_pair("nocatalog", "true");
        let mut request = Request::new(Method::POST, url);
        let json = HeaderValue::from_static("application/json;charset=utf8");
        request.headers_mut().insert(CONTENT_TYPE, json);
        *request.body_mut() = Some(Bytes::from_owner(self.body(project)).into());
        Ok(request)
    }

    fn body(&self, project: Value) -> Zeroizing<Vec<u8>> {
        let mut body = json!({ "auth": {
            "identity": {
                "methods": ["password"],
                "password": { "user": {
                    "name": self.user,
                    "password": self.password.expose(),
                    "domain": { "name": self.domain },
                } },
            },
            "scope": { "project": project },
        } });
        let text = Zeroizing::new(body.to_string().into_bytes());
        if let Some(Value::String(copy)) = body.pointer_mut("/auth/identity/password/user/password")
        {
            copy.zeroize();
        }
        text
    }
}

fn read(response: &ReceivedResponse) -> Option<Credentials> {
    let token = response.headers.get("x-subject-token")?.to_str().ok()?;
    let body: Value = serde_json::from_slice(&response.body).unwrap_or_default();
    let text = |pointer| body.pointer(pointer)?.as_str();
    let mut found = Credentials::token(token);
    found.project_id = text("/token/project/id").map(|id| id.to_owned().into());
    let issued = text("/token/issued_at").and_then(timestamp::parse);
    let expires = text("/token/expires_at").and_then(timestamp::parse);
    found.expires_at = match (issued, expires) {
        // The difference holds even where our clock is wrong.
        (Some(issued), Some(expires)) => {
            expires.duration_since(issued).ok().map(|life| SystemTime::now() + life)
        }
        (None, expires) => expires,
        (Some(_), None) => None,
    };
    Some(found)
}

impl ProvideCredentials for Password {
    fn provide<'a>(&'a self, iam: &'a Iam) -> ProvideFuture<'a> {
        Box::pin(self.fetch(iam))
    }
}
