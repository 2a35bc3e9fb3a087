//! Apps: list, create, show, delete, exists.

use serde_json::{Value, json};

use super::{Call, Outcome, Shown};
use crate::service_error::{Failure, Refusal};
use crate::state::App;

pub(super) fn list(call: &mut Call) -> Outcome {
    let name = call.request.option("app_name");
    let workspace = call.workspace()?;
    let mut apps: Vec<&App> = call
        .state
        .apps
        .iter()
        .filter(|app| app.project_id == call.project() && call.caller.id == app.user_id)
        .filter(|app| name.is_none_or(|name| app.app_name == name))
        .filter(|app| workspace.is_none_or(|workspace| app.workspace_id == workspace))
        .collect();
    call.sort(&mut apps, |app| app);
    call.page("apps", apps.into_iter().map(|app| call.shown(app, Shown::Read)).collect())
}

pub(super) fn create(call: &mut Call) -> Outcome {
    let workspace = call.workspace()?.unwrap_or("0").to_owned();
    let name = call.request.text("app_name").unwrap_or_default();
    let failed = |reason| Err(Refusal::failed(Failure::CreateApp, "", reason));
    let mut apps = call.state.apps.iter();
    if apps.any(|app| app.app_name == name && app.project_id == call.project()) {
        return failed("the name is taken");
    }
    let own = call.state.apps.iter().filter(|app| app.user_id == call.caller.id);
    if own.count() >= call.settings.quota {
        return failed("the quota of apps is used up");
    }
    let app = App {
        app_id: call.hex(32),
        app_name: name.to_owned(),
        app_remark: call.request.text("app_remark").unwrap_or_default().to_owned(),
        app_key: call.hex(32),
        app_secret: call.hex(32),
        user_id: call.caller.id.clone(),
        project_id: call.project().to_owned(),
        workspace_id: workspace,
        created_at: call.now,
        updated_at: call.now,
        ..App::default()
    };
    let shown = call.shown(&app, Shown::Fresh);
    call.state.apps.push(app);
    Ok(json!({ "app": shown }))
}

pub(super) fn show(call: &mut Call) -> Outcome {
    let app = call.app()?.clone();
    Ok(json!({ "app": call.shown(&app, Shown::Read) }))
}

pub(super) fn delete(call: &mut Call) -> Outcome {
    let id = call.app()?.app_id.clone();
    if call.state.authorizations.iter().any(|one| one.app_id == id) {
        let reason = "APIs are bound to it";
        return Err(Refusal::failed(Failure::DeleteApp, &id, reason));
    }
    call.state.apps.retain(|app| app.app_id != id);
    Ok(Value::Null)
}

pub(super) fn exists(call: &mut Call) -> Outcome {
    let name = call.request.segment("app_name");
    let workspace = call.workspace()?;
    let exists = call.state.apps.iter().any(|app| {
        app.app_name == name
            && app.project_id == call.project()
            && workspace.is_none_or(|workspace| app.workspace_id == workspace)
    });
    Ok(json!({ "exists": exists }))
}
