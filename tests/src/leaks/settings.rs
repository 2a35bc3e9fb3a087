//! Settings and arguments, and the errors of invalid ones.

use modelarts_app_auth::types::CreateApigAppRequest;
use modelarts_app_auth::{
    CallOptions, Client, ClientBuilder, Credentials, CredentialsFile, DefaultCredentials,
    Environment, EnvironmentCredentials, Password, Secret,
};
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use wiremock::ResponseTemplate;

use crate::harness::canaries;
use crate::harness::leak_search::{CREDENTIALS, LeakSearch, client, password};
use crate::harness::peer::closed_port;
use crate::harness::prints;
use crate::harness::server::{PROJECT, start};

/// A URL with a password, which is rejected; but the builder holds it until then.
fn url() -> String {
    format!("https://user:{}@127.0.0.1", utf8_percent_encode(canaries::PASSWORD, NON_ALPHANUMERIC))
}

#[test]
fn no_setting_shows_a_secret() {
    let environment = Environment::from_fn(|_| Some(canaries::TOKEN.to_owned()));
    let secret = Secret::from(canaries::TOKEN);
    let [id, key, token] = [canaries::ACCESS_KEY, canaries::SECRET_KEY, canaries::SECURITY_TOKEN];
    let settings = [
        prints::of_debug(&secret),
        vec![secret.to_string(), serde_json::to_string(&secret).expect("JSON")],
        prints::of_debug(&Credentials::token(canaries::TOKEN)),
        prints::of_debug(&Credentials::access_key(id, key).with_iam_endpoint(url())),
        prints::of_debug(&Credentials::temporary_access_key(id, key, token)),
        prints::of_debug(&password()),
        prints::of_debug(&environment),
        prints::of_debug(&EnvironmentCredentials::new(environment.clone())),
        prints::of_debug(&DefaultCredentials::new(environment)),
        prints::of_debug(&Client::builder().endpoint(url()).iam_endpoint(url()).proxy(url())),
    ];
    let mut search = LeakSearch::new();
    search.search("a setting", settings.into_iter().flatten());
    for (kind, with_credentials) in CREDENTIALS {
        let builder = with_credentials(client("http://127.0.0.1:1", "http://127.0.0.1:1"));
        search.search(kind, prints::of_debug(&builder));
        search.search(kind, prints::of_debug(&builder.build().expect("a client")));
    }
    search.finish();
}

#[tokio::test]
async fn no_argument_shows_a_secret() {
    let client = Client::for_loopback("http://127.0.0.1:1", PROJECT).expect("a client");
    let body = CreateApigAppRequest::new("app");
    let mut search = LeakSearch::new();
    let reset = client.reset_apig_app_code("app", canaries::ARGUMENT, body);
    search.search("ResetApigAppCode", prints::of_debug(&reset));
    let delete = client.delete_apig_app_code("app", canaries::ARGUMENT);
    search.search("DeleteApigAppCode", prints::of_debug(&delete));
    let rejected = client.delete_apig_app_code("app", format!("{}/", canaries::ARGUMENT)).await;
    let error = rejected.map(drop).expect_err("a slash leads elsewhere");
    search.search("a rejected AppCode", prints::of_error(&error));
    search.finish();
}

/// Builds a client and makes a call, one of which must fail.
async fn check(name: &str, builder: ClientBuilder) {
    let client = builder.region("cn-north-4").project_id(PROJECT).build();
    let made = async { client?.show_apig_app("app").await }.await;
    let error = made.map(drop).expect_err(name);
    assert!(error.to_string().contains(name), "another error: {error}");
    let mut search = LeakSearch::new();
    search.search(name, prints::of_error(&error));
    search.finish();
}

/// Takes all from an environment in which one thing is set.
async fn check_environment(name: &str, (variable, value): (&'static str, String)) {
    let look_up = move |name: &str| (name == variable).then(|| value.clone());
    check(name, Client::builder().environment(Environment::from_fn(look_up))).await;
}

#[tokio::test]
async fn no_error_of_a_setting_shows_a_secret() {
    check("endpoint", Client::builder().token("token").endpoint(url())).await;
    check("IAM endpoint", Client::builder().token("token").iam_endpoint(url())).await;
    check("proxy", Client::builder().token("token").proxy(format!("{}/path", url()))).await;
    check("proxy", Client::builder().token("token").proxy(url().replace("https", "socks5"))).await;
    let endpoint = "HUAWEICLOUD_SDK_REGION_MODELARTS_CN_NORTH_4";
    check_environment("endpoint", (endpoint, url())).await;
}

#[tokio::test]
async fn no_error_of_credentials_shows_a_secret() {
    let unfit = |canary: &str| format!("{canary}\n");
    let [id, key, token] = [canaries::ACCESS_KEY, canaries::SECRET_KEY, canaries::SECURITY_TOKEN];
    let builder = Client::builder;
    check("token", builder().token(unfit(canaries::TOKEN))).await;
    check("access key id", builder().credentials(Credentials::access_key(unfit(id), key))).await;
    let secret = Credentials::access_key(id, unfit(key));
    check("secret access key", builder().credentials(secret)).await;
    let password = Password::new("account", "user", unfit(canaries::PASSWORD));
    check("password", builder().credentials(password)).await;
    let temporary = Credentials::temporary_access_key(id, key, unfit(token));
    check("security token", builder().credentials(temporary)).await;
    check_environment("HUAWEICLOUD_SDK_AK", ("HUAWEICLOUD_SDK_SK", key.to_owned())).await;
    for name in ["MODELARTS_AUTH_TOKEN", "HUAWEICLOUD_SDK_AK", "HUAWEICLOUD_SDK_SK"] {
        check_environment(name, (name, format!("\u{7}{key}\u{7}"))).await;
    }
    let file = tempfile::NamedTempFile::new().expect("a file");
    let path = file.path().display().to_string();
    std::fs::write(file.path(), format!("[basic]\nsk = {key}\nak {id}\n")).expect("a file");
    check("line 3", builder().credentials(CredentialsFile::at(&path))).await;
    check_environment("line 3", ("HUAWEICLOUD_SDK_CREDENTIALS_FILE", path)).await;
}

#[tokio::test]
async fn no_refusal_of_credentials_of_the_environment_shows_a_secret() {
    let (server, _) = start(ResponseTemplate::new(401)).await;
    let mut search = LeakSearch::new();
    for (name, value) in [
        ("MODELARTS_AUTH_TOKEN", canaries::TOKEN),
        ("HUAWEICLOUD_SDK_AK and HUAWEICLOUD_SDK_SK", canaries::SECRET_KEY),
    ] {
        let environment =
            Environment::from_fn(move |it| name.contains(it).then(|| value.to_owned()));
        let client = Client::builder().endpoint(server.uri()).allow_http_loopback();
        let client = client.environment(environment).project_id(PROJECT).build().expect("a client");
        // After some refusals an access key is not sent any more.
        for _ in 0..4 {
            let error = client.show_apig_app("app").await.map(drop).expect_err(name);
            let text = error.to_string();
            assert!(text.contains(&format!("(credentials of {name}")), "{text}");
            search.search(name, prints::of_error(&error));
        }
    }
    search.finish();
}

#[tokio::test]
async fn no_error_of_an_unknown_region_shows_a_secret() {
    let (_socket, port) = closed_port();
    let password = utf8_percent_encode(canaries::PROXY_PASSWORD, NON_ALPHANUMERIC);
    let proxy = format!("http://user:{password}@127.0.0.1:{port}");
    let mut search = LeakSearch::new();
    for (kind, with_credentials) in CREDENTIALS {
        let builder = with_credentials(Client::builder()).region("xx-unknown-1").proxy(&*proxy);
        let client = builder
            .project_id(PROJECT)
            .options(CallOptions::new().max_attempts(1))
            .build()
            .expect("a client");
        let error = client.delete_apig_app_code("app", canaries::ARGUMENT).await;
        let error = error.map(drop).expect_err(kind);
        let text = error.to_string();
        assert!(text.contains(&format!("the proxy 127.0.0.1:{port}")), "{kind}: {text}");
        // IAM, which the password asks first, has one host for all regions that it does not list.
        let is_named =
            text.contains("region `xx-unknown-1` is not known; known regions: cn-north-1, ");
        assert!(is_named || kind == "password", "{kind}: {text}");
        assert!(!text.contains("app-auth") && !text.contains('?'), "{kind}: {text}");
        search.search(kind, prints::of_error(&error));
    }
    search.finish();
}
