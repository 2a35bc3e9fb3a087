//! APIs: create, show, list, delete.

use serde_json::{Value, json};

use super::{Call, Outcome};
use crate::service_error::{Failure, Refusal};
use crate::state::{Api, Service};

impl Call<'_> {
    /// The service that the path names, if the caller may change it; `absent` if there is none.
    pub(super) fn own_service(&self, absent: Refusal) -> Result<Service, Refusal> {
        match self.service() {
            None => Err(absent),
            Some(service) if self.owns(&service.user_id) => Ok(service.clone()),
            Some(_) => Err(self.refuse()),
        }
    }

    /// The API that the path names, which must belong to the service that it names.
    pub(super) fn api(&self) -> Result<Api, Refusal> {
        let (id, service) = (self.request.segment("api_id"), self.request.segment("service_id"));
        match self.state.api(id) {
            None => Err(Refusal::no_such_api(id)),
            Some(api) if api.service_id == service && self.service().is_some() => Ok(api.clone()),
            Some(_) => Err(Refusal::api_of_other_service(id, service)),
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
            "predict_url": api.predict_url,
            "service_id": api.service_id,
            "service_name": service.map_or("", |service| &service.name),
            "support_app_code": api.support_app_code,
        })
    }
}

/// Registers what the body does not say as the service's own API: that of its inference.
fn register(call: &mut Call, service: &Service) -> Result<Api, Refusal> {
    let text = |name: &str| call.request.text(name).map(str::to_owned);
    let path = text("api_path").unwrap_or_else(|| format!("/v1/infers/{}", service.id));
    let name = text("api_name").unwrap_or_else(|| format!("infer_{}", service.id.replace('-', "")));
    let mut apis = call.state.apis.iter();
    if apis.any(|api| api.service_id == service.id && api.api_name == name) {
        let reason = "the service has an API of that name";
        return Err(Refusal::failed(Failure::CreateApi, "", reason));
    }
    let support_app_code = call.request.body.get("support_app_code").and_then(Value::as_bool);
    let new = Api {
        api_method: text("api_method").unwrap_or_else(|| "ANY".into()),
        api_remark: text("api_remark").unwrap_or_default(),
        auth_type: text("auth_type").unwrap_or_else(|| "APP".into()),
        workspace_id: call.workspace()?.unwrap_or("0").to_owned(),
        support_app_code: support_app_code.unwrap_or(true),
        service_id: service.id.clone(),
        api_name: name,
        api_id: call.hex(32),
        predict_url: format!("https://{}.apig.example.com{path}", call.hex(32)),
    };
    call.state.apis.push(new.clone());
    Ok(new)
}

pub(super) fn create(call: &mut Call) -> Outcome {
    let absent = Refusal::no_such_api(call.request.segment("service_id"));
    let service = call.own_service(absent)?;
    let api = register(call, &service)?;
    Ok(json!({ "api": call.shown_api(&api) }))
}

pub(super) fn create_and_authorize(call: &mut Call) -> Outcome {
    let reason = "the service does not exist";
    let service = call.own_service(Refusal::failed(Failure::CreateApi, "", reason))?;
    let api = register(call, &service)?;
    let results = call.authorize_apps(&api, &service);
    Ok(json!({ "api": call.shown_api(&api), "auth_result": results }))
}

pub(super) fn show(call: &mut Call) -> Outcome {
    call.workspace()?;
    let api = call.api()?;
    Ok(json!({ "api": call.shown_api(&api) }))
}

pub(super) fn list(call: &mut Call) -> Outcome {
    let workspace = call.workspace()?;
    let id = call.service().map(|service| service.id.as_str());
    let apis = call.state.apis.iter().filter(|api| Some(api.service_id.as_str()) == id);
    let apis = apis.filter(|api| workspace.is_none_or(|workspace| api.workspace_id == workspace));
    call.page("apis", apis.map(|api| call.shown_api(api)).collect())
}

pub(super) fn delete(call: &mut Call) -> Outcome {
    call.workspace()?;
    let id = call.request.segment("api_id");
    let failed = |reason| Refusal::failed(Failure::DeleteApi, id, reason);
    call.own_service(failed("its service does not exist"))?;
    let api = call.api()?;
    call.state.authorizations.retain(|one| one.api_id != api.api_id);
    call.state.apis.retain(|known| known.api_id != api.api_id);
    Ok(Value::Null)
}
