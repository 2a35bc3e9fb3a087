//! APIs: create, show, list, delete.

use serde_json::{Value, json};

use super::context::{OperationContext, OperationResult};
use crate::own_paths::SERVICES;
use crate::service_error::{FailedAction, ServiceError};
use crate::state::{Api, Service};

impl OperationContext<'_> {
    /// The service that the path names, if the caller may change it; `absent` if there is none.
    pub(super) fn own_service(&self, absent: ServiceError) -> Result<Service, ServiceError> {
        match self.service() {
            None => Err(absent),
            Some(service) if self.owns(&service.user_id) => Ok(service.clone()),
            Some(_) => Err(self.not_authorized()),
        }
    }

    /// The API that the path names, which must belong to the service that it names.
    pub(super) fn api(&self) -> Result<Api, ServiceError> {
        let (id, service) = (self.request.segment("api_id"), self.request.segment("service_id"));
        match self.state.api(id) {
            None => Err(ServiceError::no_such_api(id)),
            Some(api) if api.service_id == service && self.service().is_some() => Ok(api.clone()),
            Some(_) => Err(ServiceError::api_of_other_service(id, service)),
        }
    }

    pub(super) fn shown_api(&self, api: &Api) -> Value {
        let service = self.state.services.iter().find(|service| service.id == api.service_id);
        json!({
            "api_id": api.api_id,
            "api_method": api.api_method,
            "api_name": api.api_name,
            "api_remark": api.api_remark,
            "auth_type": api.auth_type,
            "predict_url": api.address(self.url),
            "service_id": api.service_id,
            "service_name": service.map_or("", |service| &service.name),
            "support_app_code": api.support_app_code,
        })
    }
}

/// Registers what the body does not say as the service's own API: that of its inference.
fn register(context: &mut OperationContext, service: &Service) -> Result<Api, ServiceError> {
    let text = |name: &str| context.request.text(name).map(str::to_owned);
    let path = text("api_path").unwrap_or_else(|| format!("/v1/infers/{}", service.id));
    let name = text("api_name").unwrap_or_else(|| format!("infer_{}", service.id.replace('-', "")));
    let mut apis = context.state.apis.iter();
    if apis.any(|api| api.service_id == service.id && api.api_name == name) {
        let reason = "the service has an API of that name";
        return Err(ServiceError::failed(FailedAction::CreateApi, "", reason));
    }
    let support_app_code = context.request.body.get("support_app_code").and_then(Value::as_bool);
    let new = Api {
        api_method: text("api_method").unwrap_or_else(|| "ANY".into()),
        api_remark: text("api_remark").unwrap_or_default(),
        auth_type: text("auth_type").unwrap_or_else(|| "APP".into()),
        workspace_id: context.workspace()?.unwrap_or("0").to_owned(),
        support_app_code: support_app_code.unwrap_or(true),
        service_id: service.id.clone(),
        api_name: name,
        api_id: context.hex(32),
        predict_url: format!("{SERVICES}{}{path}", context.hex(32)),
    };
    context.state.apis.push(new.clone());
    Ok(new)
}

pub(super) fn create(context: &mut OperationContext) -> OperationResult {
    let absent = ServiceError::no_such_api(context.request.segment("service_id"));
    let service = context.own_service(absent)?;
    let api = register(context, &service)?;
    Ok(json!({ "api": context.shown_api(&api) }))
}

pub(super) fn create_and_authorize(context: &mut OperationContext) -> OperationResult {
    let reason = "the service does not exist";
    let service = context.own_service(ServiceError::failed(FailedAction::CreateApi, "", reason))?;
    let api = register(context, &service)?;
    let results = context.authorize_apps(&api, &service);
    Ok(json!({ "api": context.shown_api(&api), "auth_result": results }))
}

pub(super) fn show(context: &mut OperationContext) -> OperationResult {
    context.workspace()?;
    let api = context.api()?;
    Ok(json!({ "api": context.shown_api(&api) }))
}

pub(super) fn list(context: &mut OperationContext) -> OperationResult {
    let workspace = context.workspace()?;
    let id = context.service().map(|service| service.id.as_str());
    let apis = context.state.apis.iter().filter(|api| Some(api.service_id.as_str()) == id);
    let apis = apis.filter(|api| workspace.is_none_or(|workspace| api.workspace_id == workspace));
    context.page("apis", apis.map(|api| context.shown_api(api)).collect())
}

pub(super) fn delete(context: &mut OperationContext) -> OperationResult {
    context.workspace()?;
    let id = context.request.segment("api_id");
    let failed = |reason| ServiceError::failed(FailedAction::DeleteApi, id, reason);
    context.own_service(failed("its service does not exist"))?;
    let api = context.api()?;
    context.state.authorizations.retain(|one| one.api_id != api.api_id);
    context.state.apis.retain(|known| known.api_id != api.api_id);
    Ok(Value::Null)
}
