//! No secret is printed, whatever is called and whatever fails.

mod proxies;
mod settings;

use futures_util::future::join_all;
use futures_util::{StreamExt, stream};
use modelarts_app_auth::{CallOptions, Client};
use serde_json::{Value, json};
use wiremock::matchers::any;
use wiremock::{Mock, MockServer, ResponseTemplate};

use crate::harness::check::CallResult;
use crate::harness::examples::Example;
use crate::harness::leak_search::{CREDENTIALS, LeakSearch, PATIENCE, client};
use crate::harness::scripted::{ScriptedFault, ScriptedServer};
use crate::harness::server::PROJECT;
use crate::harness::{canaries, log, planted, prints};

/// How many rows are at work together, so that there are not too many connections.
const AT_ONCE: usize = 16;

#[test]
fn every_secret_of_the_document_has_a_canary() {
    let (declared, planted) = planted::plant(&mut Example::all());
    assert!(!declared.is_empty(), "openapi.yaml declares no secret");
    let missing: Vec<_> = declared.difference(&planted).collect();
    assert!(
        missing.is_empty(),
        "openapi.yaml has no place for a canary at {missing:?}; give each an example: a value of the \
         object around it, in the first example of the operation"
    );
}

/// Every documented call, with canaries in it, by the responses that suit all calls of a group.
fn examples() -> Vec<(Value, Vec<Example>)> {
    let mut examples = Example::all();
    planted::plant(&mut examples);
    Example::grouped(examples)
}

/// An IAM that accepts every password.
async fn iam() -> MockServer {
    let iam = MockServer::start().await;
    let body = json!({ "token": {
        "issued_at": "2026-01-01T00:00:00.000000Z",
        "expires_at": "2026-01-02T00:00:00.000000Z",
        "project": { "id": PROJECT },
    } });
    let token = ResponseTemplate::new(201).set_body_json(body);
    let token = token.insert_header("X-Subject-Token", canaries::FETCHED_TOKEN);
    Mock::given(any()).respond_with(token).mount(&iam).await;
    iam
}

fn options(fault: ScriptedFault) -> CallOptions {
    let options = CallOptions::new().max_attempts(2);
    if fault.is_endless() {
        return options.attempt_timeout(PATIENCE).timeout(4 * PATIENCE);
    }
    options
}

/// A faulty server, and the calls that are made because of it.
struct Row<'e> {
    name: String,
    _server: ScriptedServer,
    client: Client,
    calls: &'e [Example],
}

/// Every kind of credentials against every fault of the service, and against every fault of IAM
/// where a token or the project is requested first, whatever is called then.
async fn rows<'e>(
    (success, examples): &'e (Value, Vec<Example>),
    iam: &MockServer,
) -> Vec<Row<'e>> {
    let mut rows = Vec::new();
    for fault in ScriptedFault::ALL {
        for (kind, with_credentials) in CREDENTIALS {
            let server = ScriptedServer::start(fault, success).await;
            let client = with_credentials(client(&server.url, &iam.uri())).project_id(PROJECT);
            let client = client.options(options(fault)).build().expect("a client");
            let name = format!("{kind}, {fault}");
            rows.push(Row { name, _server: server, client, calls: examples });
        }
        for (kind, with_credentials) in &CREDENTIALS[1..] {
            let server = ScriptedServer::start(fault, success).await;
            let client = with_credentials(client(&iam.uri(), &server.url)).region("cn-north-4");
            let client = client.options(options(fault)).build().expect("a client");
            let name = format!("{kind}, IAM: {fault}");
            rows.push(Row { name, _server: server, client, calls: &examples[..1] });
        }
    }
    rows
}

/// Operations that list in pages.
const WALKED: [&str; 3] = ["ListApigApps", "ShowApisBindToApp", "ShowApiAuthInfos"];

#[tokio::test]
async fn no_incomplete_walk_shows_a_secret() {
    let mut examples = Example::all();
    examples.retain(|example| WALKED.contains(&example.operation.as_str()));
    planted::plant(&mut examples);
    let mut success = Example::joint_response(&examples);
    success["total_count"] = 99.into();
    let server = ScriptedServer::start(ScriptedFault::None, &success).await;
    let client = client(&server.url, "http://127.0.0.1:1").project_id(PROJECT);
    let client = client.token(canaries::TOKEN).build().expect("a client");
    let walks = [
        client.list_apig_apps().items().filter_map(async |item| item.err()).boxed(),
        client.show_apis_bind_to_app("a").items().filter_map(async |item| item.err()).boxed(),
        client.show_api_auth_infos("s", "a").items().filter_map(async |item| item.err()).boxed(),
    ];
    let errors: Vec<_> = stream::iter(walks).flatten().collect().await;
    assert_eq!(errors.len(), WALKED.len(), "each walk is incomplete");
    let mut search = LeakSearch::new();
    search.search("an incomplete walk", errors.iter().flat_map(prints::of_error));
    search.finish();
}

#[tokio::test]
async fn no_call_shows_a_secret_under_any_fault() {
    log::record();
    let groups = examples();
    let iam = iam().await;
    let mut all = Vec::new();
    for group in &groups {
        all.extend(rows(group, &iam).await);
    }
    let rows = stream::iter(all).map(async |row| {
        let made = row.calls.iter().map(|example| example.make(row.client.clone()));
        let made = join_all(made).await;
        (row, made)
    });
    let rows: Vec<(Row, Vec<CallResult>)> = rows.buffer_unordered(AT_ONCE).collect().await;

    let mut search = LeakSearch::new();
    let (mut calls, mut successes, mut exposed) = (0, 0, 0);
    for (row, made) in &rows {
        for (example, result) in row.calls.iter().zip(made) {
            let (body, prints) = match result {
                Ok(response) => (response.body.to_string(), response.prints.clone()),
                Err(error) => {
                    let body = error.expose_body().unwrap_or_default();
                    (String::from_utf8_lossy(body).into_owned(), prints::of_error(error))
                }
            };
            calls += 1;
            successes += usize::from(result.is_ok());
            exposed += usize::from(search.canaries.find(&body).is_some());
            search.search(format_args!("{}, {}", row.name, example.operation), prints);
        }
    }
    println!("{calls} calls, {successes} successes, {exposed} bodies with a secret");
    // Without a fault, and of another media type.
    let examples: usize = groups.iter().map(|(_, examples)| examples.len()).sum();
    assert!(successes >= 2 * CREDENTIALS.len() * examples, "calls that should succeed");
    assert!(exposed > 0, "no response has a secret to look for");
    let log = log::recorded();
    for origin in ["modelarts_app_auth", "hyper_util", "reqwest"] {
        assert!(log.contains(&format!(" {origin}::")), "nothing was logged by {origin}");
    }
    search.search("the log", log.lines());
    println!(
        "{} places searched, {} of them lines of the log",
        search.searched,
        log.lines().count()
    );
    search.finish();
}
