//! The environment and the credentials file.

use std::fs;

use modelarts_app_auth::{Credentials, CredentialsFile, DefaultCredentials};
use tempfile::TempDir;

use modelarts_app_auth::Client;
use wiremock::matchers::any;
use wiremock::{Mock, Request, ResponseTemplate};

use super::cloud::{Cloud, call, environment, failure, header};

pub(super) const AK: &str = "HUAWEICLOUD_SDK_AK";
pub(super) const SK: &str = "HUAWEICLOUD_SDK_SK";
pub(super) const SECURITY_TOKEN: &str = "HUAWEICLOUD_SDK_SECURITY_TOKEN";
pub(super) const PROJECT_ID: &str = "HUAWEICLOUD_SDK_PROJECT_ID";
pub(super) const IAM_ENDPOINT: &str = "HUAWEICLOUD_SDK_IAM_ENDPOINT";
pub(super) const CREDENTIALS_FILE: &str = "HUAWEICLOUD_SDK_CREDENTIALS_FILE";
pub(super) const ENDPOINT: &str = "HUAWEICLOUD_SDK_REGION_MODELARTS_CN_NORTH_4";
pub(super) const TOKEN: &str = "MODELARTS_AUTH_TOKEN";
pub(super) const REGION: &str = "MODELARTS_REGION";

pub(super) const FILE: &str = "\
    ; as an editor on Windows may leave it\r\n\
    \r\n\
    [global]\r\n\
    ak = another\r\n\
    [basic]\r\n\
    # the pair\r\n\
    AK = ak of file\r\n\
    sk=sk of file\r\n\
    project_id: project of file\r\n";

/// The credentials that a request carries, by the name the tests give them.
fn credentials_in(request: &Request) -> String {
    let token = header(request, "x-auth-token");
    let signed_by = header(request, "authorization").map(|value| {
        let (_, rest) = value.split_once("SDK-HMAC-SHA256 Access=").unwrap();
        rest.split_once(", SignedHeaders=").unwrap().0
    });
    match (token, signed_by) {
        (Some(token), None) => token.to_owned(),
        (None, Some(access)) => access.to_owned(),
        _ => panic!("a token or a signature, and not both: {request:?}"),
    }
}

/// A call with these variables must carry these credentials, for this project.
pub(super) async fn check<const N: usize>(
    variables: [(&str, &str); N],
    credentials: &str,
    project: &str,
) {
    let cloud = Cloud::start().await;
    let client = cloud.client().environment(environment(variables)).build().unwrap();
    call(&client).await.unwrap();
    let request = cloud.request().await;
    assert_eq!(credentials_in(&request), credentials);
    assert_eq!(request.url.path(), format!("/v1/{project}/app-auth/apps/app").replace(' ', "%20"));
}

/// A call with these variables must fail, and the error must say this.
pub(super) async fn check_missing<const N: usize>(variables: [(&str, &str); N], parts: &[&str]) {
    let cloud = Cloud::start().await;
    let client = cloud.client().environment(environment(variables)).build().unwrap();
    let message = failure(&client).await;
    for part in parts {
        assert!(message.contains(part), "{message}\nlacks: {part}");
    }
    assert!(!message.contains("canary"), "{message}");
    assert_eq!(cloud.requests().await.len(), 0);
}

/// A home directory with a credentials file.
pub(super) fn home(file: &str) -> TempDir {
    let home = TempDir::new().unwrap();
    let folder = home.path().join(".huaweicloud");
    fs::create_dir(&folder).unwrap();
    fs::write(folder.join("credentials"), file).unwrap();
    home
}

#[tokio::test]
async fn token_is_read_from_the_environment() {
    check([(TOKEN, "token"), (PROJECT_ID, "project")], "token", "project").await;
}

#[tokio::test]
async fn access_key_is_read_from_the_environment() {
    check([(AK, "ak"), (SK, "sk"), (PROJECT_ID, "project")], "ak", "project").await;
}

#[tokio::test]
async fn access_key_is_read_from_the_file_in_the_environment() {
    let home = home(FILE);
    let path = home.path().join(".huaweicloud/credentials");
    let path = path.to_str().unwrap();
    check([(CREDENTIALS_FILE, path)], "ak of file", "project of file").await;
}

#[tokio::test]
async fn access_key_is_read_from_the_file_in_the_home_directory() {
    let home = home(FILE);
    check([("HOME", home.path().to_str().unwrap())], "ak of file", "project of file").await;
}

#[tokio::test]
async fn security_token_is_sent_and_signed() {
    let variables = [(AK, "ak"), (SK, "sk"), (SECURITY_TOKEN, "canary"), (PROJECT_ID, "p")];
    let file = home("[basic]\nak=ak\nsk=sk\nsecurity_token=canary\nproject_id=p");
    let home = [("HOME", file.path().to_str().unwrap())];
    for environment in [environment(variables), environment(home)] {
        let cloud = Cloud::start().await;
        let client = cloud.client().environment(environment).build().unwrap();
        call(&client).await.unwrap();
        let request = cloud.request().await;
        assert_eq!(header(&request, "x-security-token"), Some("canary"));
        let signed = "SignedHeaders=host;x-project-id;x-sdk-date;x-security-token,";
        assert!(header(&request, "authorization").unwrap().contains(signed));
    }
}

/// A call with these variables, which the service refuses: the error names where they come from.
async fn check_named<const N: usize>(variables: [(&str, &str); N], source: &str) {
    let cloud = Cloud::without_modelarts().await;
    cloud.mount(Mock::given(any()).respond_with(ResponseTemplate::new(401))).await;
    let client = cloud.client().environment(environment(variables)).build().unwrap();
    // After some refusals a key is not sent any more.
    for _ in 0..4 {
        let message = call(&client).await.unwrap_err().to_string();
        assert!(message.contains(&format!("(credentials of {source}")), "{message}");
        assert!(!message.contains("canary"), "{message}");
    }
}

#[tokio::test]
async fn error_of_credentials_names_their_source() {
    let project = (PROJECT_ID, "p");
    check_named([(TOKEN, "canary"), project], TOKEN).await;
    check_named([(TOKEN, "canary\u{fc}"), project], TOKEN).await;
    let keys = format!("{AK} and {SK}");
    check_named([(AK, "canary"), (SK, "canary"), project], &keys).await;
    check_named([(AK, "canary\u{fc}"), (SK, "canary"), project], &keys).await;
    let home = home("[basic]\nak = canary\nsk = canary\nproject_id = p");
    let path = home.path().join(".huaweicloud/credentials");
    let path = path.to_str().unwrap();
    check_named([(CREDENTIALS_FILE, path)], &format!("file {path}")).await;
}

#[tokio::test]
async fn first_source_wins() {
    let in_home = home(FILE);
    let home_path = in_home.path().to_str().unwrap();
    let named = home("[basic]\nak = ak of named file\nsk = sk\nproject_id = p");
    let named_path = named.path().join(".huaweicloud/credentials");
    let named_path = named_path.to_str().unwrap();
    let [token, ak, sk, project] = [(TOKEN, "token"), (AK, "ak"), (SK, "sk"), (PROJECT_ID, "p")];
    let [named, home] = [(CREDENTIALS_FILE, named_path), ("HOME", home_path)];
    check([token, ak, sk, project, named, home], "token", "p").await;
    check([ak, sk, project, named, home], "ak", "p").await;
    check([named, home], "ak of named file", "p").await;
    check([(TOKEN, ""), (AK, " "), (SK, "\n"), home], "ak of file", "project of file").await;
    check([(TOKEN, " \t"), ak, sk, project, home], "ak", "p").await;
    check([(CREDENTIALS_FILE, "  "), home], "ak of file", "project of file").await;
}

#[tokio::test]
async fn setting_of_the_client_overrides_the_environment() {
    let cloud = Cloud::start().await;
    let variables = [
        (TOKEN, "token"),
        (PROJECT_ID, "p"),
        (REGION, "nowhere-1"),
        (ENDPOINT, "https://127.0.0.1:1"),
    ];
    let client = cloud.client().project_id("mine").token("my token");
    call(&client.environment(environment(variables)).build().unwrap()).await.unwrap();
    let request = cloud.request().await;
    assert_eq!(request.url.path(), "/v1/mine/app-auth/apps/app");
    assert_eq!(credentials_in(&request), "my token");
}

#[tokio::test]
async fn region_and_endpoint_are_read_from_the_environment() {
    let cloud = Cloud::start().await;
    let endpoints = format!("{}, https://127.0.0.1:1", cloud.0.uri());
    let variables =
        [(REGION, "cn-north-4"), (ENDPOINT, &endpoints), (TOKEN, "token"), (PROJECT_ID, "p")];
    let client = Client::builder().environment(environment(variables)).allow_http_loopback();
    call(&client.build().unwrap()).await.unwrap();
    assert_eq!(cloud.count("/v1/p/").await, 1);
}

#[tokio::test]
async fn iam_endpoint_is_read_with_the_credentials() {
    let cloud = Cloud::start().await;
    let uri = cloud.0.uri();
    cloud.knows_projects(&["looked up"]).await;
    let file = home(&format!("[basic]\nak=ak\nsk=sk\niam_endpoint={uri}"));
    let path = file.path().to_str().unwrap();
    for environment in [
        environment([(TOKEN, "token"), (IAM_ENDPOINT, &uri)]),
        environment([("HOME", path), (IAM_ENDPOINT, "https://127.0.0.1:1")]),
    ] {
        let client = Client::builder().region("cn-north-4").endpoint(&uri).allow_http_loopback();
        call(&client.environment(environment).build().unwrap()).await.unwrap();
    }
    assert_eq!(cloud.count("/v3/projects").await, 2);
    assert_eq!(cloud.count("/v1/looked%20up/").await, 2);
}

#[tokio::test]
async fn missing_credentials_error_lists_every_source() {
    let nothing = format!("no {TOKEN}, neither {AK} nor {SK}");
    check_missing([], &[&nothing, &format!("neither {CREDENTIALS_FILE} nor HOME is set")]).await;
    check_missing(
        [("HOME", "/nowhere")],
        &[&nothing, "/nowhere/.huaweicloud/credentials: does not"],
    )
    .await;
}

#[tokio::test]
async fn unusable_file_is_reported_with_line_and_reason() {
    for (file, reason) in [
        ("[basic]\n\nak = a\ncanary\nsk = canary", ", line 4: expected `[section]` or `name ="),
        ("# canary\n[basic\nak = canary", ", line 2: a section must end with `]`"),
        ("[basic]\nak = canary\nsk = canary\nAK = canary", ", line 4: the name is given a second"),
        ("[global]\nak = canary\nsk = canary", ": no section [basic]"),
        ("ak = canary\nsk = canary", ": no section [basic]"),
        ("[basic]\nsk =\nsecurity_token = canary", ": neither ak nor sk in [basic]"),
        ("[basic]\nak = canary", ": ak without sk in [basic]"),
        ("[basic]\nsk = canary", ": sk without ak in [basic]"),
        ("", ": no section [basic]"),
        ("[basic]\nak = a\nsk = can\u{8}ary", ", line 3: contains a control character"),
    ] {
        let home = home(file);
        let path = home.path().join(".huaweicloud/credentials");
        let place = format!("file {}{reason}", path.display());
        check_missing([("HOME", home.path().to_str().unwrap())], &[&place]).await;
    }
    let home = home("");
    let path = home.path().join(".huaweicloud/credentials");
    fs::write(&path, b"[basic]\nak = \xff").unwrap();
    let place = format!("file {}: is not UTF-8", path.display());
    check_missing([("HOME", home.path().to_str().unwrap())], &[&place]).await;
}

/// To open a FIFO waits for a writer, which would stop the thread for good.
#[cfg(unix)]
#[tokio::test]
async fn only_small_regular_files_are_read() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("key");
    let client = Cloud::start().await.client();
    let client = client.credentials(CredentialsFile::at(&path)).build().unwrap();
    let made = std::process::Command::new("mkfifo").arg(&path).status();
    assert!(made.unwrap().success());
    assert!(failure(&client).await.contains("expected a regular file, found a device, a FIFO"));
    fs::remove_file(&path).unwrap();
    fs::create_dir(&path).unwrap();
    assert!(failure(&client).await.contains("found a directory"));
    fs::remove_dir(&path).unwrap();
    fs::write(&path, vec![b'#'; (1 << 20) + 1]).unwrap();
    assert!(failure(&client).await.contains("is larger than 1048576 bytes"));
}

#[tokio::test]
async fn file_written_later_is_found() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("key");
    let cloud = Cloud::start().await;
    let client = cloud.client().credentials(CredentialsFile::at(&path)).build().unwrap();
    assert!(failure(&client).await.contains("does not exist"));
    fs::write(&path, FILE).unwrap();
    call(&client).await.unwrap();
    assert_eq!(credentials_in(&cloud.request().await), "ak of file");
}

#[test]
fn debug_shows_no_variable_and_no_url() {
    let environment = environment([(TOKEN, "canary"), (AK, "canary"), (IAM_ENDPOINT, "canary")]);
    let credentials = Credentials::access_key("canary", "canary").with_iam_endpoint("canary");
    let shown = format!("{:?} {credentials:?}", DefaultCredentials::new(environment));
    assert!(!shown.contains("canary"), "{shown}");
}
