//! Apps: list, create, show, delete, exists.

use serde_json::{Value, json};

use super::context::{OperationContext, OperationResult, ShownTo};
use crate::service_error::{FailedAction, ServiceError};
use crate::state::App;

pub(super) fn list(context: &mut OperationContext) -> OperationResult {
    let name = context.request.option("app_name");
    let workspace = context.workspace()?;
    let mut apps: Vec<&App> = context
        .state
        .apps
        .iter()
        .filter(|app| app.project_id == context.project() && context.caller.id == app.user_id)
        .filter(|app| name.is_none_or(|name| app.app_name == name))
        .filter(|app| workspace.is_none_or(|workspace| app.workspace_id == workspace))
        .collect();
    context.sort(&mut apps, |app| app);
    context.page("apps", apps.into_iter().map(|app| context.shown(app, ShownTo::Reader)).collect())
}

pub(super) fn create(context: &mut OperationContext) -> OperationResult {
    let workspace = context.workspace()?.unwrap_or("0").to_owned();
    let name = context.request.text("app_name").unwrap_or_default();
    let failed = |reason| Err(ServiceError::failed(FailedAction::CreateApp, "", reason));
    let mut apps = context.state.apps.iter();
    if apps.any(|app| app.app_name == name && app.project_id == context.project()) {
        return failed("the name is taken");
    }
    let own = context.state.apps.iter().filter(|app| app.user_id == context.caller.id);
    if own.count() >= context.settings.quota {
        return failed("the quota of apps is used up");
    }
    let app = App {
        app_id: context.hex(32),
        app_name: name.to_owned(),
        app_remark: context.request.text("app_remark").unwrap_or_default().to_owned(),
        app_key: context.hex(32),
        app_secret: context.hex(32),
        user_id: context.caller.id.clone(),
        project_id: context.project().to_owned(),
        workspace_id: workspace,
        created_at: context.now,
        updated_at: context.now,
        ..App::default()
    };
    let shown = context.shown(&app, ShownTo::Creator);
    context.state.apps.push(app);
    Ok(json!({ "app": shown }))
}

pub(super) fn show(context: &mut OperationContext) -> OperationResult {
    let app = context.app()?.clone();
    Ok(json!({ "app": context.shown(&app, ShownTo::Reader) }))
}

pub(super) fn delete(context: &mut OperationContext) -> OperationResult {
    let id = context.app()?.app_id.clone();
    if context.state.authorizations.iter().any(|one| one.app_id == id) {
        let reason = "APIs are bound to it";
        return Err(ServiceError::failed(FailedAction::DeleteApp, &id, reason));
    }
    context.state.apps.retain(|app| app.app_id != id);
    Ok(Value::Null)
}

pub(super) fn exists(context: &mut OperationContext) -> OperationResult {
    let name = context.request.segment("app_name");
    let workspace = context.workspace()?;
    let exists = context.state.apps.iter().any(|app| {
        app.app_name == name
            && app.project_id == context.project()
            && workspace.is_none_or(|workspace| app.workspace_id == workspace)
    });
    Ok(json!({ "exists": exists }))
}
