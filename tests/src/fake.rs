//! Every documented call, made against the fake service: what it answers has the documented status
//! and shape.
//!
//! That an answer is valid against the document need not be compared here: the service lets no
//! other answer out.

use std::mem::discriminant;

use modelarts_app_auth::CallOptions;
use modelarts_app_auth_fake::{Api, App, Authorization, FakeModelArts, Fault, Service, Trouble};
use serde_json::Value;

use crate::check::{Call, arguments, document, text};
use crate::generated::{TESTS, make};

/// Documented, though the documented request names nothing that could be missing or wrong. Only a
/// fault leads there.
const UNEXPLAINED: [(&str, &str); 4] = [
    ("ListApigApps", "404"),
    ("CreateApigApp", "404"),
    ("ApigAppExists", "404"),
    ("ShowApiAuthInfos", "400"),
];

async fn check(documented: &spec::Call<'_>) {
    let operation = documented.operation.id().expect("an operation with an id");
    let fake = FakeModelArts::start().await.expect("a free port");
    set_scene(&fake, operation, documented);

    let client = fake.client_builder().options(CallOptions::new().max_attempts(1));
    let client = match documented.status {
        "401" => client.token("wrong"),
        "403" => client.token("loopback").project_id("elsewhere"),
        _ => client.token("loopback"),
    };
    let client = client.build().expect("a client of this machine");
    let body = documented.request.map(|body| body.to_value());
    let made = make(operation, Call::new(client, arguments(documented), body)).await;

    let place = format!("{operation} {} {}", documented.status, documented.name);
    let (status, body) = match made {
        Ok(answer) => (answer.status, answer.body),
        Err(error) => {
            assert!(error.code().is_some() && error.message().is_some(), "{place}: {error}");
            (error.status().unwrap_or_default(), Value::Null)
        }
    };
    assert_eq!(status.to_string(), documented.status, "{place}");
    if status < 400 {
        let shown = documented.response.map(|body| body.to_value()).unwrap_or_default();
        has_shape(&body, &shown, &place);
    }
}

/// All that the call names exists, unless its documented answer is that it does not.
fn set_scene(fake: &FakeModelArts, operation: &str, documented: &spec::Call) {
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
    fake.edit(|state| {
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
    if UNEXPLAINED.contains(&(operation, documented.status)) {
        let status = documented.status.parse().expect("a status that is one number");
        fake.fail_next(operation, Fault::Before(Trouble::Status(status)));
    }
}

/// Whether `given` has all that `shown` has, with the same types.
fn has_shape(given: &Value, shown: &Value, place: &str) {
    assert_eq!(discriminant(given), discriminant(shown), "{place}");
    for (key, shown) in shown.as_object().into_iter().flatten() {
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
async fn every_documented_call_is_answered_as_documented() {
    let document = document();
    let calls = spec::calls(&document);
    assert_eq!(calls.len(), TESTS.len());
    for call in &calls {
        check(call).await;
    }
    println!("{} documented calls", calls.len());
}
