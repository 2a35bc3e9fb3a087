//! The routes by which the mock server is controlled, and which web pages may use them.

use std::sync::LazyLock;
use std::time::Duration;

use modelarts_app_auth::types::CreateApigAppRequest;
use modelarts_app_auth::{CallOptions, Client, Error, ErrorKind};
use modelarts_app_auth_mock::{App, MockModelArts};
use reqwest::{Method, RequestBuilder};
use serde_json::{Value, json};

/// Keeps no connection, because each test has a runtime of its own.
static HTTP: LazyLock<reqwest::Client> =
    LazyLock::new(|| reqwest::Client::builder().pool_max_idle_per_host(0).build().unwrap());

/// Sends a request; returns its status code and its body.
async fn send(request: RequestBuilder) -> (u16, Value) {
    let response = request.send().await.unwrap();
    assert!(!response.headers().contains_key("access-control-allow-origin"));
    let status = response.status().as_u16();
    (status, serde_json::from_str(&response.text().await.unwrap()).unwrap_or_default())
}

fn request(mock: &MockModelArts, method: &str, path: &str) -> RequestBuilder {
    let method = Method::from_bytes(method.as_bytes()).unwrap();
    HTTP.request(method, format!("{}{path}", mock.url()))
}

/// Controls the mock server; compares the status code, and returns the body.
async fn control(
    mock: &MockModelArts,
    method: &str,
    path: &str,
    body: impl ToString,
    expected: u16,
) -> Value {
    let request = request(mock, method, path).header("content-type", "application/json");
    let (status, body) = send(request.body(body.to_string())).await;
    assert_eq!(status, expected, "{body}");
    body
}

async fn add_fault(mock: &MockModelArts, fault: Value) {
    let body = json!({ "operation": "CreateApigApp", "fault": fault });
    control(mock, "POST", "/_mock/faults", body, 204).await;
}

/// Creates an app of that name in one attempt.
async fn create(client: &Client, name: &str) -> Result<(), Error> {
    let once = CallOptions::new().max_attempts(1).timeout(Duration::from_secs(5));
    let created = client.create_apig_app(CreateApigAppRequest::new(name)).options(once);
    created.await.map(drop)
}

#[tokio::test(start_paused = true)]
async fn every_fault_can_be_injected() {
    for (fault, status, kind) in [
        (json!({ "before": { "status": 503 } }), Some(503), ErrorKind::Service),
        (json!({ "after": { "status": 400 } }), Some(400), ErrorKind::Service),
        (json!({ "before": { "too_many_requests": 5 } }), Some(429), ErrorKind::Service),
        (json!({ "before": "html" }), Some(502), ErrorKind::Service),
        (json!({ "before": { "delay": 6000 } }), None, ErrorKind::MaybeSent),
        (json!({ "after": "hang" }), None, ErrorKind::MaybeSent),
        (json!({ "after": "reset" }), None, ErrorKind::MaybeSent),
        (json!({ "after": "truncated" }), Some(200), ErrorKind::Undecodable),
        (json!({ "after": "other_shape" }), Some(200), ErrorKind::Undecodable),
    ] {
        let mock = MockModelArts::start().await.unwrap();
        let client = mock.client().unwrap();
        add_fault(&mock, fault.clone()).await;
        let error = create(&client, "a").await.unwrap_err();
        assert_eq!((error.status(), error.kind()), (status, kind), "{fault}");
        let created = mock.app_ids().len();
        assert_eq!(created, usize::from(fault.get("after").is_some()), "{fault}");
        create(&client, "b").await.unwrap();
    }
}

#[tokio::test]
async fn fault_is_injected_as_often_as_requested() {
    let mock = MockModelArts::start().await.unwrap();
    let client = mock.client().unwrap();
    let mut body =
        json!({ "operation": "CreateApigApp", "fault": { "before": "html" }, "times": 2 });
    control(&mock, "POST", "/_mock/faults", &body, 204).await;
    assert!(create(&client, "a").await.is_err() && create(&client, "a").await.is_err());
    create(&client, "a").await.unwrap();
    control(&mock, "POST", "/_mock/faults", &body, 204).await;
    control(&mock, "DELETE", "/_mock/faults", "", 204).await;
    create(&client, "b").await.unwrap();
    // Calls of IAM and of deployed services can fail, too.
    for operation in ["KeystoneListProjects", "CallDeployedService"] {
        body["operation"] = operation.into();
        control(&mock, "POST", "/_mock/faults", &body, 204).await;
    }
    assert_eq!(send(request(&mock, "GET", "/v3/projects")).await.0, 502);
    assert_eq!(send(request(&mock, "GET", "/apig/any")).await.0, 502);
}

/// Sends a fault that cannot be injected; the response says why.
async fn check_refused(body: impl ToString, message: &str) {
    let mock = MockModelArts::start().await.unwrap();
    let error = control(&mock, "POST", "/_mock/faults", body, 400).await;
    assert_eq!(error["error_code"], "Mock.0003");
    assert!(error["error_msg"].as_str().unwrap().contains(message), "{error}");
}

#[tokio::test]
async fn fault_that_cannot_be_injected_is_refused() {
    let of = |operation: &str, fault: Value| json!({ "operation": operation, "fault": fault });
    let reset = || json!({ "before": "reset" });
    check_refused(of("ShowApigAp", reset()), "did you mean `ShowApigApp`?").await;
    check_refused(of("show_apig_app", reset()), "did you mean `ShowApigApp`?").await;
    check_refused(of("CallService", reset()), "did you mean `CallDeployedService`?").await;
    check_refused(of("zzz", reset()), "expected one of: ").await;
    check_refused(of("ShowApigApp", json!({ "before": "rest" })), "unknown variant `rest`").await;
    check_refused(of("ShowApigApp", json!("reset")), "unknown variant `reset`").await;
    for status in [0, 200, 302, 600] {
        let fault = json!({ "before": { "status": status } });
        check_refused(of("ShowApigApp", fault), "from 400 to 599").await;
    }
    let mut fault = of("ShowApigApp", reset());
    fault["times"] = json!(0);
    check_refused(&fault, "from 1 to 1000").await;
    fault["times"] = json!(1001);
    check_refused(&fault, "from 1 to 1000").await;
    fault["time"] = json!(1);
    check_refused(&fault, "unknown field `time`").await;
    check_refused("", "EOF").await;
    check_refused("{", "line 1 column 1").await;
}

#[tokio::test]
async fn clock_and_quota_can_be_set() {
    let mock = MockModelArts::builder().quota(3).start().await.unwrap();
    let set = async |settings: Value| control(&mock, "PUT", "/_mock/settings", settings, 204).await;
    let get = async || control(&mock, "GET", "/_mock/settings", "", 200).await;
    assert_eq!(get().await["quota"], 3);
    set(json!({ "clock": "2031-05-06T07:08:09Z", "quota": 1 })).await;
    let settings = get().await;
    assert_eq!(settings["quota"], 1);
    assert!(settings["clock"].as_str().unwrap().starts_with("2031-05-06T07:"), "{settings}");
    let client = mock.client().unwrap();
    create(&client, "a").await.unwrap();
    assert_eq!(create(&client, "b").await.unwrap_err().code(), Some("ModelArts.3929"));
    let created_at = mock.state().apps[0].created_at;
    assert!((1_935_817_689_000..1_935_821_289_000).contains(&created_at), "{created_at}");
    // A signature of today is too old by then.
    let signing = mock.client_with_access_key().unwrap();
    let _ = create(&signing, "b").await;
    assert_eq!(mock.state().users[0].access_keys[0].failures, 1);
    // A setting that is left out is as at the start.
    set(json!({})).await;
    assert_eq!(get().await["quota"], 3);
    assert!(!get().await["clock"].as_str().unwrap().starts_with("2031"));
    for (settings, message) in [
        (json!({ "quota": -1 }), "invalid value"),
        (json!({ "clock": "tomorrow" }), "`clock` must be a time such as"),
        (json!({ "clocks": "2031-05-06T07:08:09Z" }), "unknown field `clocks`"),
    ] {
        let error = control(&mock, "PUT", "/_mock/settings", settings, 400).await;
        assert!(error["error_msg"].as_str().unwrap().contains(message), "{error}");
    }
}

#[tokio::test]
async fn calls_are_listed_without_values() {
    let mock = MockModelArts::start().await.unwrap();
    mock.edit(|state| {
        let app_codes = vec!["an-app-code".into()];
        state.apps.push(App { app_id: "an-app".into(), app_codes, ..App::default() });
    });
    let client = mock.client().unwrap();
    client.delete_apig_app_code("an-app", "an-app-code").await.unwrap();
    add_fault(&mock, json!({ "after": "reset" })).await;
    create(&client, "a-name").await.unwrap_err();
    assert_eq!(send(request(&mock, "GET", "/apig/a-secret?token=a-secret")).await.0, 404);
    let calls = control(&mock, "GET", "/_mock/calls", "", 200).await;
    let fault = json!({ "after": "reset" });
    let apps = "/v1/{project_id}/app-auth/apps";
    let code = format!("{apps}/{{app_id}}/app-code/{{app_code}}");
    let call = |operation: &str, method: &str, path: &str, status: Value, fault: &Value| {
        json!({
            "operation": operation, "method": method, "path": path, "status": status, "fault": fault
        })
    };
    let expected = json!({ "calls": [
        call("DeleteApigAppCode", "DELETE", &code, json!(200), &Value::Null),
        call("CreateApigApp", "POST", apps, Value::Null, &fault),
        call("CallDeployedService", "GET", "/apig/{api}", json!(404), &Value::Null),
    ] });
    assert_eq!(calls, expected);
    let url = format!("{}/apig/any", mock.url());
    for _ in 0..1001 {
        assert_eq!(HTTP.get(&url).send().await.unwrap().status(), 404);
    }
    let calls = control(&mock, "GET", "/_mock/calls", "", 200).await;
    assert_eq!(calls["calls"].as_array().unwrap().len(), 1000);
    assert!(calls["calls"].as_array().unwrap().iter().all(|call| call["status"] == 404));
}

#[tokio::test]
async fn reset_goes_back_to_the_start() {
    let mock = MockModelArts::builder().quota(1).seed(7).start().await.unwrap();
    let client = mock.client().unwrap();
    create(&client, "a").await.unwrap();
    let first = mock.app_ids();
    add_fault(&mock, json!({ "before": "html" })).await;
    let settings = json!({ "quota": 9, "clock": "2031-05-06T07:08:09Z" });
    control(&mock, "PUT", "/_mock/settings", settings, 204).await;
    control(&mock, "POST", "/_mock/reset", "", 204).await;
    assert_eq!(mock.app_ids(), Vec::<String>::new());
    let calls = control(&mock, "GET", "/_mock/calls", "", 200).await;
    assert_eq!(calls, json!({ "calls": [] }));
    let settings = control(&mock, "GET", "/_mock/settings", "", 200).await;
    assert_eq!(settings["quota"], 1);
    assert!(!settings["clock"].as_str().unwrap().starts_with("2031"), "{settings}");
    create(&client, "a").await.unwrap();
    assert_eq!(mock.app_ids(), first);
}

#[tokio::test]
async fn other_routes_name_those_that_exist() {
    let mock = MockModelArts::start().await.unwrap();
    for (method, path) in [("GET", "/_mock/faults"), ("POST", "/_mock/fault"), ("GET", "/_mock/")] {
        let error = control(&mock, method, path, "", 404).await;
        assert!(error["error_msg"].as_str().unwrap().contains("POST /_mock/reset"), "{error}");
    }
}

#[tokio::test]
async fn control_can_be_off() {
    let mock = MockModelArts::builder().control(false).start().await.unwrap();
    let error = control(&mock, "GET", "/_mock/calls", "", 404).await;
    assert_eq!(error["error_code"], "APIGW.0101");
    create(&mock.client().unwrap(), "a").await.unwrap();
    control(&mock, "POST", "/_mock/reset", "", 404).await;
    assert_eq!(mock.app_ids().len(), 1);
}

#[tokio::test]
async fn change_needs_json_which_other_origins_cannot_send() {
    let mock = MockModelArts::start().await.unwrap();
    create(&mock.client().unwrap(), "a").await.unwrap();
    for media_type in ["text/plain", "application/x-www-form-urlencoded", ""] {
        let reset = request(&mock, "POST", "/_mock/reset").header("content-type", media_type);
        let (status, error) = send(reset.body("{}")).await;
        assert_eq!((status, &error["error_code"]), (415, &json!("Mock.0003")));
    }
    // The question of a browser whether another origin may send JSON.
    let preflight = request(&mock, "OPTIONS", "/_mock/reset")
        .header("origin", "http://evil.example")
        .header("access-control-request-method", "POST");
    assert_eq!(send(preflight).await.0, 403);
    assert_eq!(mock.app_ids().len(), 1);
}

/// Sends requests with these headers: to read the calls, to reset the state, to take a token, to meet
/// an injected fault, and to read the pages.
async fn check_origin(headers: &[(&str, &str)], is_allowed: bool, is_page_allowed: bool) {
    let mock = MockModelArts::start().await.unwrap();
    let of_mock =
        |text: &str| text.replace("{url}", mock.url()).replace("{host}", &mock.url()[7..]);
    let with = |request: RequestBuilder| {
        headers.iter().fold(request, |request, (name, value)| request.header(*name, of_mock(value)))
    };
    add_fault(&mock, json!({ "before": "html" })).await;
    let login = json!({ "auth": {
        "identity": { "methods": ["password"], "password": { "user": {
            "name": "user", "password": "password of user", "domain": { "name": "loopback" },
        } } },
        "scope": { "project": { "name": "cn-north-4" } },
    } });
    let apps = "/v1/04f258c84780d5a52f3bc00dc15aa5e7/app-auth/apps";
    let json = |request: RequestBuilder| request.header("content-type", "application/json");
    for (request, allowed) in [
        (request(&mock, "GET", "/_mock/calls"), 200),
        (request(&mock, "POST", "/v3/auth/tokens").body(login.to_string()), 201),
        (request(&mock, "POST", apps).body("{}"), 502),
        (request(&mock, "GET", "/apig/any"), 404),
        (request(&mock, "POST", "/docs"), 404),
        (json(request(&mock, "POST", "/_mock/reset")), 204),
    ] {
        let (status, body) = send(with(request)).await;
        assert_eq!(status, if is_allowed { allowed } else { 403 }, "{headers:?} {body}");
        let code = body["error_code"].as_str().unwrap_or_default();
        assert_eq!(code == "Mock.0002", !is_allowed, "{body}");
    }
    assert_eq!(mock.state().tokens.len(), 2, "a refused request has changed the state");
    for page in ["/", "/docs", "/openapi.json", "/docs/swagger-ui.css"] {
        let (status, _) = send(with(request(&mock, "GET", page))).await;
        assert_eq!(status, if is_page_allowed { 200 } else { 403 }, "{headers:?} {page}");
    }
}

#[tokio::test]
async fn page_of_another_origin_is_refused() {
    check_origin(&[], true, true).await;
    check_origin(&[("origin", "{url}"), ("sec-fetch-site", "same-origin")], true, true).await;
    check_origin(&[("sec-fetch-site", "none")], true, true).await;
    check_origin(&[("origin", "http://evil.example")], false, true).await;
    check_origin(&[("origin", "null")], false, true).await;
    check_origin(&[("origin", "http://127.0.0.1:1")], false, true).await;
    check_origin(&[("origin", "https://{host}")], false, true).await;
    check_origin(&[("sec-fetch-site", "cross-site")], false, true).await;
    check_origin(&[("sec-fetch-site", "same-site")], false, true).await;
}

#[tokio::test]
async fn host_that_is_not_this_machine_is_refused() {
    check_origin(&[("host", "evil.example:80")], false, false).await;
    check_origin(&[("host", "127.0.0.1.evil.example")], false, false).await;
    check_origin(&[("host", "evil.example"), ("origin", "http://evil.example")], false, false)
        .await;
    check_origin(&[("host", "192.0.2.1")], false, false).await;
    check_origin(&[("host", "localhost:9000")], true, true).await;
    check_origin(&[("host", "mock.localhost")], true, true).await;
    check_origin(&[("host", "[::1]:9000")], true, true).await;
    check_origin(&[("host", "localhost:9"), ("origin", "http://localhost:9")], true, true).await;
}
