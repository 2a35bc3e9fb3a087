//! What the operations do to the state.

mod apis;
mod apps;
mod authorizations;
mod context;
mod credentials;
mod lists;

pub(crate) use context::{OperationContext, OperationResult};

/// What an operation does; `None` for one that is documented and not known here.
pub(crate) fn find(operation: &str) -> Option<fn(&mut OperationContext) -> OperationResult> {
    Some(match operation {
        "ListApigApps" => apps::list,
        "CreateApigApp" => apps::create,
        "ShowApigApp" => apps::show,
        "DeleteApigApp" => apps::delete,
        "ApigAppExists" => apps::exists,
        "CreateApigAppCode" => credentials::create_code,
        "ResetApigAppCode" => credentials::reset_code,
        "DeleteApigAppCode" => credentials::delete_code,
        "ResetApigAppSecret" => credentials::reset_secret,
        "ShowApisBindToApp" => authorizations::apis_of_app,
        "CreateAndAuthAppAuthApi" => apis::create_and_authorize,
        "CreateAppAuthApi" => apis::create,
        "GetAppAuthApiInfo" => apis::show,
        "GetAppAuthApisInfo" => apis::list,
        "DeleteAppAuthApi" => apis::delete,
        "AuthorizeApiToApigApps" => authorizations::authorize,
        "UpdateAuthApiToApigApps" => authorizations::update,
        "DeleteApiAppAuth" => authorizations::cancel,
        "ShowApiAuthInfos" => authorizations::apps_of_api,
        "GetServiceAppAuthApiAuthInfo" => authorizations::of_service,
        _ => return None,
    })
}
