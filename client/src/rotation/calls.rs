//! The calls that rotations make, on apps as the caller addresses them.

use std::fmt;

use super::app::ShownApp;
use super::common_parameters::CommonParameters;
use crate::call::options::CallOptions;
use crate::client::Client;
use crate::error::Error;
use crate::generated::api::types::{ApiAppAuthRequest, Apps, CreateApigAppRequest};
use crate::generated::operations::{ResetApigAppSecretInput, ResetApigAppSecretOutput};
use crate::generated::values::{ApiId, AppId, AppName, ServiceId};
use crate::response::Response;

/// An API of a service.
#[derive(Clone, PartialEq, Eq)]
pub(super) struct Api {
    pub(super) service_id: ServiceId,
    pub(super) api_id: ApiId,
}

impl fmt::Display for Api {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "API {} of service {}", self.api_id, self.service_id)
    }
}

/// A client as a rotation uses it.
pub(super) struct AppCalls {
    pub(super) client: Client,
    pub(super) options: CallOptions,
}

/// Sets a parameter of a call that the caller may have left out.
macro_rules! set {
    ($call:expr, $setter:ident, $value:expr) => {
        match &$value {
            Some(value) => $call.$setter(value.clone()),
            None => $call,
        }
    };
}

impl AppCalls {
    pub(super) fn new(client: &Client) -> Self {
        Self { client: client.clone(), options: CallOptions::new() }
    }

    pub(super) async fn project_id(&self) -> Result<&str, Error> {
        self.client.0.authenticator.project_id().await
    }

    pub(super) async fn show(
        &self,
        app_id: &AppId,
        parameters: &CommonParameters,
    ) -> Result<ShownApp, Error> {
        let call = self.client.show_apig_app(app_id).options(self.options);
        let call = set!(call, workspace_id, parameters.workspace_id);
        let call = set!(call, iphertext_enabled, parameters.iphertext_enabled);
        Ok(ShownApp { app_id: app_id.clone(), response: call.await? })
    }

    pub(super) async fn reset(
        &self,
        app_id: &AppId,
        name: AppName,
        parameters: &CommonParameters,
    ) -> Result<Response<ResetApigAppSecretOutput>, Error> {
        let body = set!(ResetApigAppSecretInput::new(name), workspace_id, parameters.workspace_id);
        self.client.reset_apig_app_secret(app_id, body).options(self.options).await
    }

    /// Creates an app and returns its id.
    pub(super) async fn create(
        &self,
        name: &AppName,
        parameters: &CommonParameters,
    ) -> Result<AppId, Error> {
        let body = set!(CreateApigAppRequest::new(name), workspace_id, parameters.workspace_id);
        let response = self.client.create_apig_app(body).options(self.options).await?;
        Ok(response.into_body().into_app_id())
    }

    /// Finds the app of this name among those of the caller.
    pub(super) async fn find(
        &self,
        name: &AppName,
        parameters: &CommonParameters,
    ) -> Result<Option<AppId>, Error> {
        let call = self.client.list_apig_apps().app_name(name).options(self.options);
        let mut pages = set!(call, workspace_id, parameters.workspace_id).pages();
        while let Some(page) = pages.next().await {
            let page = page?;
            let apps = listed(&page, page.apps.as_deref(), page.total_count)?;
            // The service may find more than this very name.
            let found = apps.iter().find(|app| app.app_name.as_ref() == Some(name));
            if let Some(app_id) = found.and_then(|app| app.app_id.clone()) {
                return Ok(Some(app_id));
            }
        }
        Ok(None)
    }

    pub(super) async fn delete(
        &self,
        app_id: &AppId,
        parameters: &CommonParameters,
    ) -> Result<(), Error> {
        let call = self.client.delete_apig_app(app_id).options(self.options);
        set!(call, workspace_id, parameters.workspace_id).await.map(drop)
    }

    /// The APIs which the app may call. A walk over pages that ends before the last item is an error.
    pub(super) async fn apis(
        &self,
        app_id: &AppId,
        parameters: &CommonParameters,
    ) -> Result<Vec<Api>, Error> {
        let call = self.client.show_apis_bind_to_app(app_id).options(self.options);
        let mut pages = set!(call, workspace_id, parameters.workspace_id).pages();
        let mut apis = Vec::new();
        while let Some(page) = pages.next().await {
            let page = page?;
            for api in listed(&page, page.apis.as_deref(), page.total_count)? {
                let (Some(service_id), Some(api_id)) = (&api.service_id, &api.api_id) else {
                    return Err(Error::lacking(&page, "an API has no id"));
                };
                let api = Api { service_id: service_id.clone(), api_id: api_id.clone() };
                if !apis.contains(&api) {
                    apis.push(api);
                }
            }
        }
        Ok(apis)
    }

    pub(super) async fn authorize(
        &self,
        api: &Api,
        app_id: &AppId,
        parameters: &CommonParameters,
    ) -> Result<(), Error> {
        let Api { service_id, api_id } = api;
        let call =
            self.client.authorize_api_to_apig_apps(service_id, api_id, only(app_id, parameters));
        call.options(self.options).await?.all_succeeded().map(drop)
    }

    pub(super) async fn unbind(
        &self,
        api: &Api,
        app_id: &AppId,
        parameters: &CommonParameters,
    ) -> Result<(), Error> {
        let Api { service_id, api_id } = api;
        let call = self.client.delete_api_app_auth(service_id, api_id, only(app_id, parameters));
        let call = set!(call, workspace_id, parameters.workspace_id);
        call.options(self.options).await?.all_succeeded().map(drop)
    }
}

/// A list that is not there is empty only if the response says so. Else the response has another
/// form than documented, and to take that for no APIs would end with an app that may call none.
fn listed<'a, A, T>(
    page: &Response<A>,
    list: Option<&'a [T]>,
    total: Option<i32>,
) -> Result<&'a [T], Error> {
    match list {
        Some(list) => Ok(list),
        None if total == Some(0) => Ok(&[]),
        None => Err(Error::lacking(page, "the response has no list")),
    }
}

fn only(app_id: &AppId, parameters: &CommonParameters) -> ApiAppAuthRequest {
    let app = Apps::new().app_id(app_id);
    set!(ApiAppAuthRequest::new([app]), workspace_id, parameters.workspace_id)
}
