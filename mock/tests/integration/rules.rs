//! Which calls the mock server rejects, and its settings for what the documentation leaves open.

use modelarts_app_auth::types::{ApiAppAuthRequest, Apps, CreateApigAppRequest};
use modelarts_app_auth::{Client, Error, Response};
use modelarts_app_auth_mock::{
    Api, App, EmptyLists, MockModelArts, OffsetCounts, SecretsOnRead, UpdatedApps,
};
use serde_json::Value;

const SERVICE: &str = "bb149aac-5ff4-497c-bb73-acb751e20a11";

/// Makes a call; compares the status code, and the code of an error.
async fn check<T>(
    call: impl IntoFuture<Output = Result<Response<T>, Error>>,
    (status, code): (u16, &str),
) {
    match call.await {
        Ok(response) => assert_eq!((response.status(), ""), (status, code)),
        Err(error) => assert_eq!((error.status(), error.code()), (Some(status), Some(code))),
    }
}

const DONE: (u16, &str) = (200, "");
const NOT_YOURS: (u16, &str) = (403, "ModelArts.0108");

/// A mock server with these apps of one user, each with its ID as name and AppSecret.
async fn with_apps<const N: usize>(ids: [&str; N]) -> (MockModelArts, Client) {
    let mock = MockModelArts::start().await.unwrap();
    mock.edit(|state| state.apps.extend(ids.map(app)));
    let client = mock.client().unwrap();
    (mock, client)
}

fn app(id: &str) -> App {
    let id = id.to_owned();
    App { app_id: id.clone(), app_name: id.clone(), app_secret: id, ..App::default() }
}

fn new(name: &str) -> CreateApigAppRequest {
    CreateApigAppRequest::new(name)
}

fn apps<const N: usize>(ids: [&str; N]) -> ApiAppAuthRequest {
    ApiAppAuthRequest::new(ids.map(|id| Apps::new().app_id(id)))
}

#[tokio::test]
async fn quota_of_a_user_is_five_apps() {
    let (mock, client) = with_apps(["a", "b", "c", "d"]).await;
    check(client.create_apig_app(new("e")), DONE).await;
    check(client.create_apig_app(new("f")), (409, "ModelArts.3929")).await;
    check(mock.second_user().unwrap().create_apig_app(new("f")), DONE).await;
    check(client.delete_apig_app("a"), DONE).await;
    check(client.create_apig_app(new("b")), (409, "ModelArts.3929")).await;
    check(client.create_apig_app(new("g")), DONE).await;
}

#[tokio::test]
async fn only_the_creator_may_use_an_app() {
    let (mock, client) = with_apps(["a"]).await;
    mock.edit(|state| state.apps[0].app_codes.push("code".into()));
    let other = mock.second_user().unwrap();
    check(other.show_apig_app("a"), NOT_YOURS).await;
    check(other.reset_apig_app_secret("a", new("a")), NOT_YOURS).await;
    check(other.create_apig_app_code("a", new("a")), NOT_YOURS).await;
    check(other.reset_apig_app_code("a", "code", new("a")), NOT_YOURS).await;
    check(other.delete_apig_app_code("a", "code"), NOT_YOURS).await;
    check(other.show_apis_bind_to_app("a"), NOT_YOURS).await;
    check(other.delete_apig_app("a"), NOT_YOURS).await;
    assert_eq!(other.list_apig_apps().await.unwrap().total_count, Some(0));
    assert!(mock.secret_accepted("a", "a") && mock.app_code_accepted("a", "code"));

    check(client.show_apig_app("b"), (404, "ModelArts.3923")).await;
    mock.edit(|state| state.users[1].administrator = true);
    check(other.show_apig_app("a"), DONE).await;
}

#[tokio::test]
async fn reset_replaces_the_secret() {
    let (mock, client) = with_apps(["a"]).await;
    let response = client.reset_apig_app_secret("a", new("any")).await.unwrap();
    let secret = response.app_secret();
    assert!(mock.secret_accepted("a", secret.expose()) && !mock.secret_accepted("a", "a"));
    assert_eq!(mock.resets("a"), 1);
}

#[tokio::test]
async fn app_codes_are_created_reset_and_deleted() {
    let (mock, client) = with_apps(["a"]).await;
    let codes = |mock: &MockModelArts| mock.state().apps[0].app_codes.clone();
    check(client.create_apig_app_code("a", new("a")), DONE).await;
    let first = codes(&mock).remove(0);
    check(client.reset_apig_app_code("a", first.as_str(), new("a")), DONE).await;
    assert!(!mock.app_code_accepted("a", &first));
    check(client.reset_apig_app_code("a", first.as_str(), new("a")), (500, "ModelArts.3927")).await;
    check(client.delete_apig_app_code("a", first.as_str()), (500, "ModelArts.3934")).await;
    check(client.delete_apig_app_code("a", codes(&mock).remove(0)), DONE).await;
    assert!(codes(&mock).is_empty());

    mock.edit(|state| state.apps[0].app_type = "APIC".into());
    check(client.create_apig_app_code("a", new("a")), (500, "ModelArts.3924")).await;
}

#[tokio::test]
async fn authorization_can_fail_for_some_apps() {
    let (mock, client) = with_apps(["a", "b"]).await;
    let second_user = "9332aab245ea4d56871e75d6966aa274".to_owned();
    mock.edit(|state| state.apps[1].user_id = second_user);
    let response =
        client.create_and_auth_app_auth_api(SERVICE, apps(["a", "b", "c"])).await.unwrap();
    let api = response.api().api_id.clone().unwrap();
    let failed: Vec<_> =
        response.failures().filter_map(|part| Some(part.app_id.as_ref()?.as_str())).collect();
    assert_eq!(failed, ["b", "c"]);
    assert_eq!((mock.apis_of("a"), mock.apis_of("b")), (vec![api.to_string()], vec![]));
    assert!(!mock.pair_works("", "wrong", api.as_str()) && mock.pair_works("", "a", api.as_str()));

    check(client.create_and_auth_app_auth_api(SERVICE, apps([])), (500, "ModelArts.3921")).await;
    check(client.delete_apig_app("a"), (500, "ModelArts.3933")).await;
    let cancel = || client.delete_api_app_auth(SERVICE, api.clone(), apps(["a"]));
    assert_eq!(cancel().await.unwrap().failures().count(), 0);
    assert_eq!(cancel().await.unwrap().failures().count(), 1);
    check(client.delete_apig_app("a"), DONE).await;
}

#[tokio::test]
async fn api_belongs_to_a_service_and_its_owner() {
    let (mock, client) = with_apps(["a"]).await;
    let own = Api { api_id: "own".into(), ..Api::default() };
    let iam = Api { api_id: "iam".into(), auth_type: "IAM".into(), ..Api::default() };
    let away = Api { api_id: "away".into(), service_id: "other".into(), ..Api::default() };
    mock.edit(|state| state.apis.extend([own, iam, away]));
    let authorize = |api: &str| client.authorize_api_to_apig_apps(SERVICE, api, apps(["a"]));
    check(authorize("own"), DONE).await;
    check(authorize("iam"), (500, "ModelArts.3937")).await;
    check(authorize("away"), (403, "ModelArts.3936")).await;
    check(authorize("none"), (404, "ModelArts.3935")).await;
    let second_user = mock.second_user().unwrap();
    check(second_user.authorize_api_to_apig_apps(SERVICE, "own", apps([])), NOT_YOURS).await;
    check(second_user.delete_app_auth_api(SERVICE, "own"), NOT_YOURS).await;
    let create = client.create_app_auth_api("none");
    check(create, (404, "ModelArts.3935")).await;
    check(client.delete_app_auth_api("none", "own"), (500, "ModelArts.3925")).await;
    check(client.delete_app_auth_api(SERVICE, "own"), (204, "")).await;
    assert!(mock.apis_of("a").is_empty());
}

#[tokio::test]
async fn updated_apps_replace_or_join() {
    for (setting, left) in [(UpdatedApps::Replace, vec!["b"]), (UpdatedApps::Join, vec!["a", "b"])]
    {
        let mock = MockModelArts::builder().updated_apps(setting).start().await.unwrap();
        let api = Api { api_id: "api".into(), ..Api::default() };
        mock.edit(|state| {
            state.apps.extend(["a", "b"].map(app));
            state.apis.push(api);
        });
        let client = mock.client().unwrap();
        check(client.authorize_api_to_apig_apps(SERVICE, "api", apps(["a"])), DONE).await;
        check(client.update_auth_api_to_apig_apps(SERVICE, "api", apps(["b"])), DONE).await;
        let known = mock.state().authorizations;
        assert_eq!(known.iter().map(|one| &one.app_id).collect::<Vec<_>>(), left);
        let shown = client.get_service_app_auth_api_auth_info(SERVICE).await.unwrap();
        let shown = shown.app_auth_api.as_ref().unwrap().authed_apps.as_ref().unwrap();
        assert_eq!(shown.len(), left.len());
    }
}

#[tokio::test]
async fn offset_counts_pages_or_items() {
    for (setting, page) in [
        (OffsetCounts::Pages, ["c", "b"]),
        (OffsetCounts::Items, ["d", "c"]),
        (OffsetCounts::PagesFromOne, ["e", "d"]),
        (OffsetCounts::Nothing, ["e", "d"]),
    ] {
        let mock = MockModelArts::builder().offset(setting).largest_page(2).start().await.unwrap();
        mock.edit(|state| state.apps.extend(["d", "a", "e", "c", "b"].map(app)));
        let client = mock.client().unwrap();
        let list = || client.list_apig_apps();
        let response = list().offset("1").order("desc").await.unwrap();
        let names =
            response.apps.iter().flatten().filter_map(|app| Some(app.app_name.as_ref()?.as_str()));
        assert_eq!(names.collect::<Vec<_>>(), page);
        assert_eq!((response.count, response.total_count), (Some(2), Some(5)));
        check(list().offset("one"), (400, "ModelArts.0107")).await;
        check(list().limit("0"), (400, "ModelArts.0107")).await;
    }
}

#[tokio::test]
async fn secrets_are_masked_by_the_setting() {
    let shown = [
        (SecretsOnRead::Plain, ["a", "a"]),
        (SecretsOnRead::Masked, ["******", "a"]),
        (SecretsOnRead::AlwaysMasked, ["******", "******"]),
    ];
    for (setting, secrets) in shown {
        let mock = MockModelArts::builder().secrets(setting).start().await.unwrap();
        mock.edit(|state| state.apps.push(app("a")));
        let client = mock.client().unwrap();
        let show = || client.show_apig_app("a");
        for (call, secret) in [show(), show().iphertext_enabled(true)].into_iter().zip(secrets) {
            let response = call.await.unwrap();
            let shown = response.app().app_secret.as_ref().unwrap();
            assert_eq!(shown.expose(), secret, "{setting:?}");
        }
        let reset = client.reset_apig_app_secret("a", new("a")).await.unwrap();
        assert!(mock.secret_accepted("a", reset.app_secret().expose()), "{setting:?}");
    }
}

#[tokio::test]
async fn empty_lists_may_be_null() {
    let mock = MockModelArts::builder().empty_lists(EmptyLists::Null).start().await.unwrap();
    mock.edit(|state| state.apps.push(app("a")));
    let url = format!("{}/v1/04f258c84780d5a52f3bc00dc15aa5e7/app-auth/apps/a", mock.url());
    let response = reqwest::Client::new().get(url).header("x-auth-token", "loopback").send().await;
    let body: Value = serde_json::from_str(&response.unwrap().text().await.unwrap()).unwrap();
    assert_eq!(body.pointer("/app/app_codes"), Some(&Value::Null));
    check(mock.client().unwrap().show_apig_app("a"), DONE).await;
}

#[tokio::test]
async fn workspace_must_exist() {
    let (mock, client) = with_apps(["a"]).await;
    mock.edit(|state| state.workspaces.push("w".into()));
    check(client.list_apig_apps().workspace_id("x"), (400, "ModelArts.0102")).await;
    check(client.create_apig_app(new("b").workspace_id("w")), DONE).await;
    check(client.show_apig_app("a").workspace_id("w"), (404, "ModelArts.3923")).await;
    let listed = client.list_apig_apps().workspace_id("w").await.unwrap();
    assert_eq!(listed.total_count, Some(1));
}

#[tokio::test]
async fn lists_are_filtered() {
    let (mock, client) = with_apps(["apple", "pear"]).await;
    mock.edit(|state| state.apis.push(Api { api_id: "api".into(), ..Api::default() }));
    check(client.authorize_api_to_apig_apps(SERVICE, "api", apps(["pear"])), DONE).await;
    let auths = || client.show_api_auth_infos(SERVICE, "api");
    assert_eq!(auths().await.unwrap().total_count, Some(2));
    assert_eq!(auths().show_only("UNAUTH").await.unwrap().total_count, Some(1));
    assert_eq!(auths().app_name("ear").show_only("AUTH").await.unwrap().total_count, Some(1));
    let bound = || client.show_apis_bind_to_app("pear");
    assert_eq!(bound().service_name("hutest").await.unwrap().total_count, Some(1));
    assert_eq!(bound().service_name("other").await.unwrap().total_count, Some(0));
    assert_eq!(client.list_apig_apps().app_name("app").await.unwrap().total_count, Some(0));
}
