//! What an operation is given: the request of an authenticated caller, and the state that it changes.

use fastrand::Rng;
use serde_json::{Value, json};

use crate::contract::ValidRequest;
use crate::service_error::ServiceError;
use crate::settings::{SecretsOnRead, Settings};
use crate::state::{App, Service, State, User};

/// The body of a success; null for none.
pub(crate) type OperationResult = Result<Value, ServiceError>;

/// A request by an authenticated caller.
pub(crate) struct OperationContext<'a> {
    pub operation: &'a str,
    pub request: &'a ValidRequest,
    pub caller: User,
    pub state: &'a mut State,
    pub settings: &'a Settings,
    /// The base URL of the mock server.
    pub url: &'a str,
    pub rng: &'a mut Rng,
    /// In milliseconds since the Unix epoch.
    pub now: u64,
}

/// Who gets to see the secrets of an app.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum ShownTo {
    /// The caller who has just created or reset them.
    Creator,
    /// A caller who requests the app, if the settings allow it.
    Reader,
}

impl OperationContext<'_> {
    pub(super) fn project(&self) -> &str {
        self.request.segment("project_id")
    }

    /// The workspace that the query or the body names.
    pub(super) fn workspace(&self) -> Result<Option<&str>, ServiceError> {
        let request = self.request;
        let named = request.option("workspace_id").or_else(|| request.text("workspace_id"));
        let is_known = |id: &str| self.state.workspaces.iter().any(|known| known == id);
        match named {
            Some(id) if !is_known(id) => Err(ServiceError::no_such_workspace()),
            named => Ok(named),
        }
    }

    /// Whether the caller may change what that user created.
    pub(super) fn owns(&self, user_id: &str) -> bool {
        self.caller.administrator || self.caller.id == user_id
    }

    pub(super) fn not_authorized(&self) -> ServiceError {
        ServiceError::not_authorized(self.operation)
    }

    /// The app that the path names, if it is the caller's.
    pub(super) fn app(&mut self) -> Result<&mut App, ServiceError> {
        let (project, id) = (self.request.segment("project_id"), self.request.segment("app_id"));
        let workspace = self.workspace()?.map(str::to_owned);
        let is_it = |app: &App| {
            app.app_id == id
                && app.project_id == project
                && workspace.as_ref().is_none_or(|workspace| *workspace == app.workspace_id)
        };
        let Some(index) = self.state.apps.iter().position(is_it) else {
            return Err(ServiceError::no_such_app(id));
        };
        match self.owns(&self.state.apps[index].user_id) {
            true => Ok(&mut self.state.apps[index]),
            false => Err(self.not_authorized()),
        }
    }

    /// The service that the path names, if there is one.
    pub(super) fn service(&self) -> Option<&Service> {
        let id = self.request.segment("service_id");
        let mut services = self.state.services.iter();
        services.find(|service| service.id == id && service.project_id == self.project())
    }

    pub(super) fn hex(&mut self, digits: usize) -> String {
        (0..digits).map(|_| self.rng.digit(16)).collect()
    }

    /// An app as responses have it.
    pub(super) fn shown(&self, app: &App, shown_to: ShownTo) -> Value {
        let request = self.request;
        let is_requested = request.option("iphertext_enabled") == Some("true")
            || request.options("app_ids").any(|id| id == app.app_id);
        let is_masked = shown_to == ShownTo::Reader
            && match self.settings.secrets {
                SecretsOnRead::Plain => false,
                SecretsOnRead::Masked => !is_requested,
                SecretsOnRead::AlwaysMasked => true,
            };
        let secret = |secret: &String| match is_masked {
            true => "*".repeat(6),
            false => secret.clone(),
        };
        let bound = self.state.authorizations.iter().filter(|one| one.app_id == app.app_id);
        json!({
            "app_id": app.app_id,
            "app_name": app.app_name,
            "app_remark": app.app_remark,
            "app_key": app.app_key,
            "app_secret": secret(&app.app_secret),
            "user_id": app.user_id,
            "project_id": app.project_id,
            "app_type": app.app_type,
            "app_codes": app.app_codes.iter().map(secret).collect::<Vec<_>>(),
            "created_at": app.created_at,
            "updated_at": app.updated_at,
            "bounded_api_count": bound.count(),
        })
    }
}
