//! Which app may call which API.

use serde_json::{Value, json};

use super::context::{OperationContext, OperationResult, ShownTo};
use crate::service_error::{FailedAction, ServiceError};
use crate::settings::UpdatedApps;
use crate::state::{Api, App, Authorization, Service};

impl OperationContext<'_> {
    /// The IDs of the apps in the body; empty where one is missing.
    fn app_ids(&self) -> Vec<String> {
        let apps = self.request.body.get("apps").and_then(Value::as_array);
        let id = |app: &Value| app.get("app_id").and_then(Value::as_str).unwrap_or_default().into();
        apps.into_iter().flatten().map(id).collect()
    }

    /// Authorizes the API to the apps in the body; one result for each.
    pub(super) fn authorize_apps(&mut self, api: &Api, service: &Service) -> Vec<Value> {
        let mut results = Vec::new();
        for app_id in self.app_ids() {
            let auth_id = self.authorize_app(api, service, &app_id);
            results.push(result(api, &app_id, auth_id.as_deref().map_err(|reason| *reason)));
        }
        results
    }

    fn authorize_app(
        &mut self,
        api: &Api,
        service: &Service,
        app_id: &str,
    ) -> Result<String, &'static str> {
        let app = self.state.app(app_id).filter(|app| app.project_id == service.project_id);
        let app = app.ok_or("the app does not exist")?;
        if app.user_id != service.user_id {
            return Err("the app and the service have different creators");
        }
        let known = |one: &&Authorization| one.api_id == api.api_id && one.app_id == app_id;
        if let Some(known) = self.state.authorizations.iter().find(known) {
            return Ok(known.auth_id.clone());
        }
        let auth_id = self.hex(32);
        self.state.authorizations.push(Authorization {
            auth_id: auth_id.clone(),
            api_id: api.api_id.clone(),
            app_id: app_id.to_owned(),
        });
        Ok(auth_id)
    }

    /// The API that the path names, if it has app authentication and the caller may change its
    /// service, which comes along.
    fn own_api(&self) -> Result<(Api, Service), ServiceError> {
        self.workspace()?;
        let api = self.api()?;
        let service = self.own_service(ServiceError::no_such_api(&api.api_id))?;
        // The documented request for an API with app authentication sends APIG.
        if !matches!(api.auth_type.as_str(), "APP" | "APIG") {
            let reason = "the API does not use app authentication";
            return Err(ServiceError::failed(FailedAction::Authorize, "", reason));
        }
        Ok((api, service))
    }
}

fn result(api: &Api, app_id: &str, auth_id: Result<&str, &str>) -> Value {
    json!({
        "api_id": api.api_id,
        "app_id": app_id,
        "auth_id": auth_id.unwrap_or_default(),
        "reason": auth_id.err().unwrap_or_default(),
        "success": auth_id.is_ok(),
    })
}

pub(super) fn authorize(context: &mut OperationContext) -> OperationResult {
    let (api, service) = context.own_api()?;
    Ok(json!({ "auth_result": context.authorize_apps(&api, &service) }))
}

pub(super) fn update(context: &mut OperationContext) -> OperationResult {
    let (api, service) = context.own_api()?;
    if context.settings.updated_apps == UpdatedApps::Replace {
        let kept = context.app_ids();
        let stays = |one: &Authorization| one.api_id != api.api_id || kept.contains(&one.app_id);
        context.state.authorizations.retain(stays);
    }
    Ok(json!({ "auth_result": context.authorize_apps(&api, &service) }))
}

pub(super) fn cancel(context: &mut OperationContext) -> OperationResult {
    let (api, _) = context.own_api()?;
    let mut results = Vec::new();
    for app_id in context.app_ids() {
        let is_it = |one: &Authorization| one.api_id == api.api_id && one.app_id == app_id;
        let known = context.state.authorizations.iter().position(is_it);
        let removed = known.map(|index| context.state.authorizations.remove(index).auth_id);
        let removed = removed.as_deref().ok_or("the API is not authorized to the app");
        results.push(result(&api, &app_id, removed));
    }
    Ok(json!({ "unauth_result": results }))
}

pub(super) fn apis_of_app(context: &mut OperationContext) -> OperationResult {
    let app_id = context.app()?.app_id.clone();
    let part = context.request.option("service_name").unwrap_or_default();
    let authorized = context.state.apis.iter();
    let authorized = authorized.filter(|api| context.state.is_authorized(&api.api_id, &app_id));
    let mut apis: Vec<Value> = authorized.map(|api| context.shown_api(api)).collect();
    apis.retain(|api| api["service_name"].as_str().is_some_and(|name| name.contains(part)));
    // An API has no times to sort by; it is in the order of its creation already.
    if !matches!(context.request.option("sort_by"), Some("created_at" | "updated_at")) {
        apis.sort_by(|a, b| a["api_name"].as_str().cmp(&b["api_name"].as_str()));
    }
    context.turn(&mut apis);
    context.page("apis", apis)
}

pub(super) fn apps_of_api(context: &mut OperationContext) -> OperationResult {
    let workspace = context.workspace()?;
    let api = context.api()?;
    let part = context.request.option("app_name").unwrap_or_default();
    let authorized = match context.request.option("show_only") {
        Some("AUTH") => Some(true),
        Some("UNAUTH") => Some(false),
        _ => None,
    };
    let is_authorized = |app: &App| context.state.is_authorized(&api.api_id, &app.app_id);
    let mut apps: Vec<&App> = context
        .state
        .apps
        .iter()
        .filter(|app| app.project_id == context.project() && context.owns(&app.user_id))
        .filter(|app| app.app_name.contains(part))
        .filter(|app| workspace.is_none_or(|workspace| app.workspace_id == workspace))
        .filter(|app| authorized.is_none_or(|authorized| authorized == is_authorized(app)))
        .collect();
    context.sort(&mut apps, |app| app);
    let shown = apps.into_iter().map(
        |app| json!({ "app": context.shown(app, ShownTo::Reader), "authed": is_authorized(app) }),
    );
    context.page("auths", shown.collect())
}

pub(super) fn of_service(context: &mut OperationContext) -> OperationResult {
    context.workspace()?;
    let service_id = context.request.segment("service_id");
    context.own_service(ServiceError::no_such_api(service_id))?;
    let api = context.state.apis.iter().find(|api| api.service_id == service_id);
    let api = api.ok_or_else(|| ServiceError::no_such_api(service_id))?;
    let apps = context.state.apps.iter();
    let apps = apps.filter(|app| context.state.is_authorized(&api.api_id, &app.app_id));
    let apps: Vec<Value> = apps.map(|app| context.shown(app, ShownTo::Reader)).collect();
    Ok(json!({
        "enable_app_auth": matches!(api.auth_type.as_str(), "APP" | "APIG"),
        "app_auth_api": { "api_id": api.api_id, "authed_apps": apps },
    }))
}
