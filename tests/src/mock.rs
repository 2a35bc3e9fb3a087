//! Every documented call, made against the mock server: its response has the documented status code
//! and shape.
//!
//! That a response is valid against the document need not be compared here: the mock server sends no
//! other one.

use std::mem::discriminant;

use modelarts_app_auth::CallOptions;
use modelarts_app_auth_mock::{Api, App, Authorization, Fault, FaultKind, MockModelArts, Service};
use serde_json::Value;

use crate::generated::{TESTS, make};
use crate::harness::check::{TypedCall, arguments, document, text};

/// The errors that the mock server returns for the scene that [`set_scene`] makes; all others are
/// injected as faults, those of operations that it does not simulate too.
const STAGED: [(&str, &[&str]); 3] = [
    ("400", &["CreateAndAuthAppAuthApi"]),
    (
        "404",
        &[
            "ShowApigApp",
            "CreateApigAppCode",
            "ResetApigAppCode",
            "ResetApigAppSecret",
            "ShowApisBindToApp",
            "CreateAppAuthApi",
            "GetAppAuthApiInfo",
            "AuthorizeApiToApigApps",
            "UpdateAuthApiToApigApps",
            "GetServiceAppAuthApiAuthInfo",
        ],
    ),
    ("500", &["CreateAndAuthAppAuthApi", "DeleteAppAuthApi", "AuthorizeApiToApigApps"]),
];

/// The members of responses that the mock server knows. It leaves out what the document gets later.
const KNOWN: &str = "\
    api api_id api_method api_name api_remark apis app app_auth_api app_codes app_id app_key \
    app_name app_remark app_secret app_type apps auth_result auth_type authed authed_apps \
    auths bounded_api_count count created_at enable_app_auth exists predict_url project_id \
    service_id service_name success support_app_code total_count unauth_result updated_at \
    user_id";

fn is_staged(operation: spec::Operation, status: u16) -> bool {
    match status {
        200..300 => true,
        401 | 403 => operation.path.contains("{project_id}"),
        status => {
            let mut staged = STAGED.iter().filter(|(staged, _)| *staged == status.to_string());
            staged.any(|(_, operations)| operation.id().is_some_and(|id| operations.contains(&id)))
        }
    }
}

/// The status of a documented call, if the mock server can return it: a range has no number, and an
/// operation only one success.
fn status(documented: &spec::ExampleCall) -> Option<u16> {
    let numbers = documented.operation.responses().filter_map(|(status, _)| status.parse().ok());
    let success = numbers.filter(|status: &u16| (200..300).contains(status)).min();
    let status = documented.status.parse().ok()?;
    (!(200..300).contains(&status) || success == Some(status)).then_some(status)
}

async fn check(documented: &spec::ExampleCall<'_>, expected: u16) {
    let operation = documented.operation.id().expect("an operation with an id");
    let mock = MockModelArts::start().await.expect("a free port");
    set_scene(&mock, operation, documented);
    if !is_staged(documented.operation, expected) {
        mock.fail_next(operation, Fault::Before(FaultKind::Status(expected)));
    }

    let client = mock.client_builder().options(CallOptions::new().max_attempts(1));
    let client = match documented.status {
        "401" => client.token("wrong"),
        "403" => client.token("loopback").project_id("elsewhere"),
        _ => client.token("loopback"),
    };
    let client = client.build().expect("a client of this machine");
    let body = documented.request.map(|body| body.to_value());
    let made = make(operation, TypedCall::new(client, arguments(documented), body)).await;

    let place = format!("{operation} {} {}", documented.status, documented.name);
    let (status, body) = match made {
        Ok(response) => (response.status, response.body),
        Err(error) => {
            let is_explained = error.code().is_some() && error.message().is_some();
            assert!(is_explained || expected < 400, "{place}: {error}");
            (error.status().unwrap_or_default(), Value::Null)
        }
    };
    assert_eq!(status, expected, "{place}");
    if status < 300 {
        let shown = documented.response.map(|body| body.to_value()).unwrap_or_default();
        has_shape(&body, &shown, &place);
    }
}

/// Creates all that the call names, unless its documented response is that it does not exist.
fn set_scene(mock: &MockModelArts, operation: &str, documented: &spec::ExampleCall) {
    let of_path = |name: &str| {
        let mut parameters = documented.parameters.iter();
        let (_, value) = parameters.find(|(parameter, _)| text(*parameter, "name") == name)?;
        value.as_str().map(str::to_owned)
    };
    let in_body = || {
        let app = documented.request?.get("apps")?.items().next()?;
        Some(app.get("app_id")?.as_str()?.to_owned())
    };
    let app_id = of_path("app_id").or_else(in_body).unwrap_or_else(|| "app".into());
    let api_id = of_path("api_id").unwrap_or_else(|| "api".into());
    let app = App {
        app_id: app_id.clone(),
        app_name: "app_13e0".into(),
        app_codes: vec![of_path("app_code").unwrap_or_else(|| "code".into())],
        ..App::default()
    };
    let service_id = of_path("service_id").unwrap_or_else(|| "service".into());
    let api = Api { api_id: api_id.clone(), service_id: service_id.clone(), ..Api::default() };
    let authorization = Authorization { api_id, app_id, ..Authorization::default() };
    mock.edit(|state| {
        let first = state.services.swap_remove(0);
        state.services = vec![Service { id: service_id, name: "service-3c02".into(), ..first }];
        if documented.status != "404" {
            state.apps.push(app);
            state.apis.push(api);
        }
        match (operation, documented.status) {
            (_, "400") => state.workspaces.clear(),
            ("AuthorizeApiToApigApps", "500") => state.apis[0].auth_type = "IAM".into(),
            (_, "404" | "500") => state.services.clear(),
            // An app with an API cannot be deleted.
            ("DeleteApigApp", _) => {}
            _ => state.authorizations.push(authorization),
        }
    });
}

/// Checks that `given` has all that is [`KNOWN`] of `shown`, with the same types.
fn has_shape(given: &Value, shown: &Value, place: &str) {
    assert_eq!(discriminant(given), discriminant(shown), "{place}");
    let shown_members = shown.as_object().into_iter().flatten();
    for (key, shown) in shown_members.filter(|(key, _)| KNOWN.split(' ').any(|known| known == *key))
    {
        let place = format!("{place}/{key}");
        has_shape(given.get(key).unwrap_or_else(|| panic!("{place} is missing")), shown, &place);
    }
    let items = |value: &Value| value.as_array().cloned().unwrap_or_default();
    for (given, shown) in items(given).iter().zip(items(shown)) {
        has_shape(given, &shown, place);
    }
    // An empty list would prove nothing of the items that are shown.
    assert!(!items(given).is_empty() || items(shown).is_empty(), "{place} is empty");
}

#[tokio::test]
async fn every_documented_call_returns_its_documented_response() {
    let document = document();
    let mut checked = 0;
    for call in spec::calls(document) {
        let id = call.operation.id().unwrap_or_default();
        let is_tested = TESTS.contains(&(id, call.status, call.name));
        if let (true, Some(expected)) = (is_tested, status(&call)) {
            check(&call, expected).await;
            checked += 1;
        }
    }
    println!("{checked} documented calls of {}", TESTS.len());
    assert!(checked > 0, "no documented call");
}
