//! Which identity is used does not depend on how a variable is typed.

use super::chain::*;
use modelarts_app_auth::{Client, ErrorKind};

use super::cloud::{Cloud, call, environment, failure, header};

#[tokio::test]
async fn incomplete_access_key_is_an_error() {
    let file = home(FILE);
    let home = ("HOME", file.path().to_str().unwrap());
    let check = async |variables: [(&str, &str); 3], part: &str| {
        check_missing(variables, &[part, "set all of them or none"]).await;
    };
    check([(AK, "canary"), (SK, " "), home], &format!("{AK} without {SK}")).await;
    check([(SK, "canary"), (AK, ""), home], &format!("{SK} without {AK}")).await;
    let rest = format!("{SECURITY_TOKEN} without {AK} and {SK}");
    check([(SECURITY_TOKEN, "canary"), (AK, ""), home], &rest).await;
}

#[tokio::test]
async fn white_space_around_a_value_is_ignored() {
    let [token, project] = [(TOKEN, " token\n"), (PROJECT_ID, "\tproject\r\n")];
    check([token, project], "token", "project").await;
    check([(AK, "ak\n"), (SK, " sk"), project], "ak", "project").await;
    let folder = home(FILE);
    let named = folder.path().join(".huaweicloud/credentials");
    let named = format!(" {}\n", named.display());
    check([(CREDENTIALS_FILE, &named)], "ak of file", "project of file").await;
    let cloud = Cloud::start().await;
    let endpoint = format!(" , {} , https://127.0.0.1:1\n", cloud.0.uri());
    let variables = [(REGION, "cn-north-4\n"), (ENDPOINT, &endpoint), token, project];
    let client = Client::builder().environment(environment(variables)).allow_http_loopback();
    call(&client.build().unwrap()).await.unwrap();
    assert_eq!(cloud.count("/v1/project/").await, 1);
}

/// A secret signs as the one without the white space.
#[tokio::test]
async fn white_space_around_a_secret_does_not_change_the_signature() {
    let cloud = Cloud::start().await;
    // Signatures made in another second differ.
    for _ in 0..20 {
        for secret in ["sk", " sk\n"] {
            let variables = [(AK, "ak"), (SK, secret), (PROJECT_ID, "p")];
            let client = cloud.client().environment(environment(variables)).build().unwrap();
            call(&client).await.unwrap();
        }
        let requests = cloud.requests().await;
        let [clean, blank] = &requests[requests.len() - 2..] else { panic!("two requests") };
        if header(clean, "x-sdk-date") == header(blank, "x-sdk-date") {
            assert_eq!(header(clean, "authorization"), header(blank, "authorization"));
            return;
        }
    }
    panic!("no two requests in one second");
}

#[tokio::test]
async fn control_character_error_names_the_variable() {
    let file = home(FILE);
    let home = ("HOME", file.path().to_str().unwrap());
    for name in [TOKEN, AK, SK, SECURITY_TOKEN, CREDENTIALS_FILE] {
        let expected = format!("{name} contains a control character");
        check_missing([(name, "can\u{1b}ary"), home], &[&expected]).await;
    }
    for name in [PROJECT_ID, IAM_ENDPOINT] {
        let expected = format!("{name} contains a control character");
        check_missing([(TOKEN, "token"), (name, "canary\u{7f}x")], &[&expected]).await;
    }
    check_missing([("HOME", "/no\nwhere")], &["HOME contains a control character"]).await;
    for (name, region) in [(REGION, "cn-\0north-4"), (ENDPOINT, "cn-north-4")] {
        let variables = [(REGION, region), (ENDPOINT, "https://a\nb"), (TOKEN, "token")];
        let error = Client::builder().environment(environment(variables)).build().unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Configuration);
        assert!(error.to_string().contains(&format!("{name} contains a control")), "{error}");
    }
}

#[tokio::test]
async fn invalid_setting_names_its_variable_or_file() {
    let cloud = Cloud::start().await;
    let client = |environment| {
        let client = Client::builder().region("cn-north-4").endpoint(cloud.0.uri());
        client.allow_http_loopback().environment(environment).build().unwrap()
    };
    let variables = [(TOKEN, "token"), (PROJECT_ID, "a/b")];
    let message = failure(&client(environment(variables))).await;
    let expected = format!("credentials: project id ({PROJECT_ID}): must not contain a slash");
    assert!(message.contains(&expected), "{message}");
    let file = home("[basic]\nak=ak\nsk=sk\nproject_id=..");
    let variables = [("HOME", file.path().to_str().unwrap())];
    let message = failure(&client(environment(variables))).await;
    assert!(message.contains("project id (file ") && message.contains(".huaweicloud"), "{message}");

    let variables = [(TOKEN, "token"), (IAM_ENDPOINT, "iam.example:80")];
    let error = call(&client(environment(variables))).await.unwrap_err();
    let expected = format!("IAM endpoint ({IAM_ENDPOINT}): must be a URL such as");
    assert!(error.to_string().contains(&expected), "{error}");
    let variables = [(TOKEN, "token"), (REGION, "cn-north-4"), (ENDPOINT, "localhost:8080")];
    let error = Client::builder().environment(environment(variables)).build().unwrap_err();
    let expected = format!("endpoint ({ENDPOINT}): must be a URL such as");
    let message = error.to_string();
    assert!(message.contains(&expected) && message.contains("scheme is missing"), "{message}");

    let variables = [(TOKEN, "token"), (IAM_ENDPOINT, "https://127.0.0.1:1/path")];
    let message = failure(&client(environment(variables))).await;
    let expected = format!("; IAM is at 127.0.0.1:1 ({IAM_ENDPOINT}); set the project id");
    assert!(message.contains(&expected), "{message}");
    assert!(message.contains("could not connect to 127.0.0.1:1: connection refused"), "{message}");
    assert!(!message.contains("/path"), "{message}");
}
