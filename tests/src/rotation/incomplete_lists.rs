//! A service whose lists end too early: the old app keeps its APIs.

use std::sync::Mutex;

use modelarts_app_auth::{AppCredentials, Client, Replacement};
use modelarts_app_auth_mock::{Api, App, Authorization, MockModelArts, OffsetCounts};
use serde_json::json;
use wiremock::matchers::any;
use wiremock::{Mock, MockServer, Request, ResponseTemplate};

use crate::harness::rotation::scene::{APP, FIRST_SECRET};
use crate::harness::server::PROJECT;

const NEW: &str = "0a4d8f1ddd1443e4dceb7689f29e1c07";
const NEW_NAME: &str = "app_new";

/// More than fit on a page.
const APIS: usize = 25;

/// The operation that lists only 10 of them.
const SHORT: &str = "ShowApisBindToApp: 200";

/// Starts a service with these apps, of which the first may call all APIs.
async fn start(offset: OffsetCounts, apps: &[(&str, &str)]) -> (MockModelArts, Client) {
    let mock = MockModelArts::builder().offset(offset).largest_page(10);
    let mock = mock.start().await.expect("a service");
    mock.edit(|state| {
        state.apps.clear();
        for (app_id, app_name) in apps {
            let (app_id, app_name) = (app_id.to_string(), app_name.to_string());
            let app_secret = FIRST_SECRET.to_owned();
            state.apps.push(App { app_id, app_name, app_secret, ..App::default() });
        }
        let service_id = state.services[0].id.clone();
        for api_id in (0..APIS).map(|n| format!("api{n}")) {
            let app_id = APP.to_owned();
            let authorization =
                Authorization { api_id: api_id.clone(), app_id, ..Default::default() };
            state.authorizations.push(authorization);
            state.apis.push(Api { api_id, service_id: service_id.clone(), ..Api::default() });
        }
    });
    let client = mock.client().expect("a client");
    (mock, client)
}

fn short() -> [OffsetCounts; 2] {
    [OffsetCounts::PagesFromOne, OffsetCounts::Nothing]
}

#[tokio::test]
async fn app_with_a_part_of_the_apis_is_not_handed_over() {
    for offset in short() {
        let (mock, client) = start(offset, &[(APP, "app_old")]).await;
        let (saved, log) = (Mutex::new(0), Mutex::new(None));
        let sink = |credentials: Option<&AppCredentials>| {
            *saved.lock().expect("nobody panicked with it") += usize::from(credentials.is_some());
            Ok(())
        };
        for _ in 0..2 {
            let replaced = client.replace_app(APP, NEW_NAME, &sink, &log).await;
            assert!(matches!(&replaced, Replacement::Unfinished(_)), "{offset:?}: {replaced}");
            assert!(replaced.to_string().contains(SHORT), "{offset:?}: {replaced}");
        }
        let retired = client.retire_replaced_app(&log).await;
        assert!(retired.is_err_and(|error| error.to_string().contains("not handed over yet")));
        assert_eq!(*saved.lock().expect("nobody panicked with it"), 0, "{offset:?}");
        assert_eq!(mock.apis_of(APP).len(), APIS, "{offset:?}");
    }
}

#[tokio::test]
async fn old_app_keeps_its_apis_while_a_part_of_them_is_unknown() {
    for offset in short() {
        let (mock, client) = start(offset, &[(APP, "app_old"), (NEW, NEW_NAME)]).await;
        for step in ["handed_over", "retire"] {
            let project_id = &mock.state().projects[0].id;
            let step = json!({ step: NEW });
            let record = json!({ "replace": {
                "project_id": project_id, "old": APP, "new_name": NEW_NAME, "step": step,
            }});
            let log = Mutex::new(Some(record.to_string()));
            let error = client.retire_replaced_app(&log).await.expect_err("a short list");
            assert!(error.to_string().contains(SHORT), "{offset:?}: {error}");
            assert_eq!(mock.apis_of(APP).len(), APIS, "{offset:?}");
            assert_eq!(mock.app_ids(), [APP, NEW]);
            assert!(log.into_inner().expect("a log").is_some());
        }
    }
}

/// The app of the new name may be on a page that the service does not send.
#[tokio::test]
async fn name_that_was_not_found_in_a_short_list_may_be_taken() {
    let server = MockServer::start().await;
    let response = |request: &Request| {
        let app = |id: &str, name: &str| json!({ "app_id": id, "app_name": name });
        ResponseTemplate::new(200).set_body_json(if request.url.path().ends_with(APP) {
            json!({ "app": app(APP, "app_old") })
        } else {
            let app = |n| app(&format!("id{n}"), &format!("{NEW_NAME}_{n}"));
            json!({ "apps": (0..10).map(app).collect::<Vec<_>>(), "total_count": APIS })
        })
    };
    Mock::given(any()).respond_with(response).mount(&server).await;
    let client = Client::for_loopback(&server.uri(), PROJECT).expect("a loopback address");
    let (sink, log) = (|_: Option<&AppCredentials>| Ok(()), Mutex::new(None));
    let replaced = client.replace_app(APP, NEW_NAME, &sink, &log).await;
    assert!(replaced.to_string().contains("ListApigApps: 200"), "{replaced}");
    assert!(matches!(replaced, Replacement::Unchanged(_)));
    let requests = server.received_requests().await.expect("recorded");
    assert!(requests.iter().all(|request| request.method.as_str() == "GET"));
}

#[tokio::test]
async fn replacement_walks_all_pages_of_a_service_that_has_them() {
    for offset in [OffsetCounts::Pages, OffsetCounts::Items] {
        let (mock, client) = start(offset, &[(APP, "app_old")]).await;
        let (sink, log) = (|_: Option<&AppCredentials>| Ok(()), Mutex::new(None));
        let replaced = client.replace_app(APP, NEW_NAME, &sink, &log).await;
        let Replacement::HandedOver(new) = replaced else { panic!("{offset:?}: {replaced}") };
        assert_eq!(mock.apis_of(new.as_str()).len(), APIS);
        client.retire_replaced_app(&log).await.expect("nothing fails");
        assert_eq!(mock.app_ids(), [new.as_str()]);
    }
}
