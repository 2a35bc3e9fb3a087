//! The AppSecret and the AppCodes of an app.

use serde_json::json;

use super::{Call, Outcome, Shown};
use crate::service_error::{Failure, Refusal};
use crate::state::App;

pub(super) fn reset_secret(call: &mut Call) -> Outcome {
    let (now, secret) = (call.now, call.hex(32));
    let app = call.app()?;
    app.app_secret = secret;
    app.resets += 1;
    app.updated_at = now;
    let app = app.clone();
    Ok(json!({ "app": call.shown(&app, Shown::Fresh) }))
}

pub(super) fn create_code(call: &mut Call) -> Outcome {
    let code = call.hex(64);
    change_codes(call, Failure::CreateAppCode, |app| {
        app.app_codes.push(code);
        true
    })
}

pub(super) fn reset_code(call: &mut Call) -> Outcome {
    let old = call.request.segment("app_code");
    let new = call.hex(64);
    change_codes(call, Failure::ResetAppCode, |app| {
        let code = app.app_codes.iter_mut().find(|code| *code == old);
        code.map(|code| *code = new).is_some()
    })
}

pub(super) fn delete_code(call: &mut Call) -> Outcome {
    let old = call.request.segment("app_code");
    change_codes(call, Failure::DeleteAppCode, |app| {
        let before = app.app_codes.len();
        app.app_codes.retain(|code| code != old);
        app.app_codes.len() < before
    })
}

/// `change` says whether the app had the AppCode that is meant; no message repeats it.
fn change_codes(
    call: &mut Call,
    failure: Failure,
    change: impl FnOnce(&mut App) -> bool,
) -> Outcome {
    let now = call.now;
    let app = call.app()?;
    if app.app_type == "APIC" {
        let reason = "an app of the type APIC has none";
        return Err(Refusal::failed(failure, &app.app_id, reason));
    }
    if !change(app) {
        return Err(Refusal::failed(failure, &app.app_id, "the app does not have it"));
    }
    app.updated_at = now;
    let app = app.clone();
    Ok(json!({ "app": call.shown(&app, Shown::Fresh) }))
}
