//! The AppSecret and the AppCodes of an app.

use serde_json::json;

use super::context::{OperationContext, OperationResult, ShownTo};
use crate::service_error::{FailedAction, ServiceError};
use crate::state::App;

pub(super) fn reset_secret(context: &mut OperationContext) -> OperationResult {
    let (now, secret) = (context.now, context.hex(32));
    let app = context.app()?;
    app.app_secret = secret;
    app.resets += 1;
    app.updated_at = now;
    let app = app.clone();
    Ok(json!({ "app": context.shown(&app, ShownTo::Creator) }))
}

pub(super) fn create_code(context: &mut OperationContext) -> OperationResult {
    let code = context.hex(64);
    change_codes(context, FailedAction::CreateAppCode, |app| {
        app.app_codes.push(code);
        true
    })
}

pub(super) fn reset_code(context: &mut OperationContext) -> OperationResult {
    let old = context.request.segment("app_code");
    let new = context.hex(64);
    change_codes(context, FailedAction::ResetAppCode, |app| {
        let code = app.app_codes.iter_mut().find(|code| *code == old);
        code.map(|code| *code = new).is_some()
    })
}

pub(super) fn delete_code(context: &mut OperationContext) -> OperationResult {
    let old = context.request.segment("app_code");
    change_codes(context, FailedAction::DeleteAppCode, |app| {
        let before = app.app_codes.len();
        app.app_codes.retain(|code| code != old);
        app.app_codes.len() < before
    })
}

/// `change` says whether the app had the AppCode that is meant; no message repeats it.
fn change_codes(
    context: &mut OperationContext,
    failure: FailedAction,
    change: impl FnOnce(&mut App) -> bool,
) -> OperationResult {
    let now = context.now;
    let app = context.app()?;
    if app.app_type == "APIC" {
        let reason = "an app of the type APIC has none";
        return Err(ServiceError::failed(failure, &app.app_id, reason));
    }
    if !change(app) {
        return Err(ServiceError::failed(failure, &app.app_id, "the app does not have it"));
    }
    app.updated_at = now;
    let app = app.clone();
    Ok(json!({ "app": context.shown(&app, ShownTo::Creator) }))
}
