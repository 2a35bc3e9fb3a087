//! What the environment of a process does to its calls: proxies, and variables that are not text.
//!
//! Each test starts this program again as a process with an environment of its own.

use std::ffi::{OsStr, OsString};
use std::fs;
use std::net::Ipv6Addr;
use std::process::Output;
use std::sync::{Arc, Mutex};

use modelarts_app_auth::{Client, Credentials, CredentialsFile, Environment, Password};
use serde_json::json;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::process::Command;

/// A server that keeps the first line of each request and responds as IAM and as the service.
#[derive(Clone)]
struct Server {
    port: u16,
    requests: Arc<Mutex<Vec<String>>>,
}

impl Server {
    /// A server on all loopback addresses, of IPv4 and of IPv6.
    async fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let port = listener.local_addr().expect("an address").port();
        let server = Self { port, requests: Arc::default() };
        server.clone().serve(listener);
        // A machine without IPv6 has only the other one.
        if let Ok(listener) = TcpListener::bind((Ipv6Addr::LOCALHOST, port)).await {
            server.clone().serve(listener);
        }
        server
    }

    fn serve(self, listener: TcpListener) {
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let server = self.clone();
                tokio::spawn(async move { server.respond(stream).await });
            }
        });
    }

    async fn respond(self, mut stream: TcpStream) -> Option<()> {
        let mut request = String::new();
        while !request.contains("\r\n\r\n") {
            let mut part = [0; 8192];
            let read = stream.read(&mut part).await.ok().filter(|read| *read > 0)?;
            request += &String::from_utf8_lossy(&part[..read]);
        }
        let line = request.lines().next()?.trim_end_matches(" HTTP/1.1").to_owned();
        let token = json!({ "project": { "id": "p" } });
        let body = json!({ "projects": [{ "id": "p" }], "app": {}, "token": token }).to_string();
        let status = if line.starts_with("CONNECT") { "502 Bad Gateway" } else { "201 Created" };
        self.requests.lock().expect("no panic").push(line);
        let head = format!("HTTP/1.1 {status}\r\nX-Subject-Token: token\r\nConnection: close");
        let response = format!("{head}\r\nContent-Length: {}\r\n\r\n{body}", body.len());
        stream.write_all(response.as_bytes()).await.ok()
    }

    fn take(&self) -> Vec<String> {
        std::mem::take(&mut *self.requests.lock().expect("no panic"))
    }
}

/// Runs a test of this program in a process with nothing but these variables.
async fn run(test: &str, variables: &[(&str, &OsStr)]) -> String {
    let program = std::env::current_exe().expect("a path");
    let test = format!("process_environment::{test}");
    let mut command = Command::new(program);
    command.args(["--exact", &test, "--ignored", "--nocapture"]).env_clear();
    let Output { status, stdout, stderr } =
        command.envs(variables.iter().copied()).output().await.expect("a process");
    let text = [stdout, stderr].concat();
    let text = String::from_utf8_lossy(&text).into_owned();
    assert!(status.success() && text.contains("1 passed"), "{text}");
    text
}

fn variable(name: &str) -> String {
    std::env::var(name).expect("set by the test that starts this process")
}

/// Makes a call whose credentials come from IAM, and prints how it ended.
#[tokio::test]
#[ignore = "is run as a process of its own"]
async fn call() {
    let builder = Client::builder().region("cn-north-4").allow_http_loopback();
    let builder = builder.endpoint(variable("TEST_SERVICE"));
    let iam = variable("TEST_IAM");
    let builder = match variable("TEST_SOURCE").as_str() {
        "builder" => builder.iam_endpoint(iam).credentials(Password::new("d", "u", "PASSWORD")),
        "credentials" => builder.credentials(Credentials::token("PASSWORD").with_iam_endpoint(iam)),
        "file" => builder.credentials(CredentialsFile::at(iam)),
        _ => builder.environment(Environment::process()),
    };
    let made = builder.build().expect("a client").show_apig_app("a").send().await;
    println!("ENDED: {made:?}");
}

/// The variables that name a proxy, in all spellings.
const PROXIES: [&str; 6] =
    ["HTTP_PROXY", "http_proxy", "HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy"];

/// Makes a call with a proxy in the environment, and returns what the proxy received and what the
/// caller was told.
async fn called(
    proxy: &Server,
    (service, iam): (&str, &str),
    (source, more): (&str, &[(&str, &str)]),
) -> (Vec<String>, String) {
    let url = format!("http://user:PASSWORD@127.0.0.1:{}", proxy.port);
    let mut variables = PROXIES.map(|name| (name, url.as_str())).to_vec();
    variables.extend([("TEST_SERVICE", service), ("TEST_IAM", iam), ("TEST_SOURCE", source)]);
    variables.extend(more);
    let variables: Vec<_> =
        variables.into_iter().map(|(name, value)| (name, OsStr::new(value))).collect();
    let output = run("call", &variables).await;
    assert!(!output.contains("PASSWORD"), "{output}");
    assert!(output.contains("ENDED: "), "{output}");
    (proxy.take(), output)
}

/// Makes a call with a proxy in the environment, and returns what the proxy received.
async fn proxied(
    proxy: &Server,
    endpoints: (&str, &str),
    credentials: (&str, &[(&str, &str)]),
) -> Vec<String> {
    called(proxy, endpoints, credentials).await.0
}

const REMOTE: &str = "https://modelarts.example";

#[tokio::test]
async fn local_iam_is_never_reached_through_a_proxy() {
    let (proxy, iam) = (Server::start().await, Server::start().await);
    let mut hosts = vec![
        "127.0.0.1",
        "127.1",
        "LOCALHOST",
        "localhost.",
        "iam.localhost",
        "[::ffff:127.0.0.1]",
    ];
    if TcpListener::bind((Ipv6Addr::LOCALHOST, 0)).await.is_ok() {
        hosts.push("[::1]");
    }
    for host in hosts {
        let url = format!("http://{host}:{}", iam.port);
        let received = proxied(&proxy, (REMOTE, &url), ("builder", &[])).await;
        // The service is reached through it, which was tried three times.
        assert_eq!(received, ["CONNECT modelarts.example:443"; 3], "{host}");
        assert_eq!(iam.take(), ["POST /v3/auth/tokens?nocatalog=true"], "{host}");
    }
}

#[tokio::test]
async fn source_of_the_iam_endpoint_does_not_matter() {
    let (proxy, iam) = (Server::start().await, Server::start().await);
    let url = format!("http://localhost:{}", iam.port);
    let file = tempfile::NamedTempFile::new().expect("a file");
    let ini = format!("[basic]\nak = PASSWORD\nsk = PASSWORD\niam_endpoint = {url}\n");
    fs::write(file.path(), ini).expect("a file");
    let path = file.path().to_str().expect("a path");
    let [token, address] =
        [("MODELARTS_AUTH_TOKEN", "PASSWORD"), ("HUAWEICLOUD_SDK_IAM_ENDPOINT", url.as_str())];
    for (iam_url, source, more) in [
        (url.as_str(), "credentials", &[][..]),
        (path, "file", &[]),
        ("", "environment", &[token, address]),
        ("", "environment", &[("HUAWEICLOUD_SDK_CREDENTIALS_FILE", path)]),
    ] {
        let received = proxied(&proxy, (REMOTE, iam_url), (source, more)).await;
        assert_eq!(received, ["CONNECT modelarts.example:443"; 3], "{source}");
        assert_eq!(iam.take(), ["GET /v3/projects?name=cn-north-4"], "{source}");
    }
}

#[tokio::test]
async fn remote_iam_of_a_local_service_is_reached_through_the_proxy() {
    let (proxy, service) = (Server::start().await, Server::start().await);
    let local = format!("http://127.0.0.1:{}", service.port);
    let urls = (local.as_str(), "https://iam.example");
    let received = proxied(&proxy, urls, ("builder", &[])).await;
    assert_eq!(received, ["CONNECT iam.example:443"; 3]);
    // The names are reserved, so that no direct connection comes about.
    for (name, exceptions) in [("NO_PROXY", "a.example, .example"), ("no_proxy", "*")] {
        let received = proxied(&proxy, urls, ("builder", &[(name, exceptions)])).await;
        assert!(received.is_empty(), "{received:?}");
    }
    assert!(service.take().is_empty());
}

#[tokio::test]
async fn local_service_is_never_reached_through_a_proxy() {
    let (proxy, server) = (Server::start().await, Server::start().await);
    let local = format!("http://localhost:{}", server.port);
    let received = proxied(&proxy, (&local, &local), ("builder", &[])).await;
    assert!(received.is_empty(), "{received:?}");
    assert_eq!(server.take(), ["POST /v3/auth/tokens?nocatalog=true", "GET /v1/p/app-auth/apps/a"]);
}

#[tokio::test]
async fn unsupported_proxy_is_reported_and_tried_once() {
    let (proxy, iam) = (Server::start().await, Server::start().await);
    let url = format!("http://127.0.0.1:{}", iam.port);
    let socks = [("HTTPS_PROXY", "socks5://user:PASSWORD@127.0.0.1:1")];
    let (received, output) = called(&proxy, (REMOTE, &url), ("builder", &socks)).await;
    let expected = "through the proxy of the environment or the system: unsupported scheme socks5; use an `http://` or `https://`";
    assert!(received.is_empty() && output.contains(expected), "{output}");
    assert!(output.contains("(attempt 1)"), "{output}");
}

/// Builds a client of the environment and calls, and prints how that failed.
#[tokio::test]
#[ignore = "is run as a process of its own"]
async fn call_with_the_environment() {
    let made = async {
        let client = Client::builder().environment(Environment::process()).build()?;
        client.show_apig_app("a").send().await
    };
    println!("ENDED: {}", made.await.map(drop).expect_err("a variable is wrong"));
}

#[cfg(unix)]
#[tokio::test]
async fn a_variable_that_is_not_utf_8_is_an_error_that_names_it() {
    use std::os::unix::ffi::OsStringExt;

    let wrong = OsString::from_vec(b"CANARY\xff".to_vec());
    let file = tempfile::NamedTempFile::new().expect("a file");
    fs::write(file.path(), "[basic]\nak = other\nsk = other\nproject_id = p\n").expect("a file");
    let endpoint = "HUAWEICLOUD_SDK_REGION_MODELARTS_CN_NORTH_4";
    let usual = [
        ("MODELARTS_REGION", OsStr::new("cn-north-4")),
        (endpoint, OsStr::new("https://127.0.0.1:1")),
        ("HUAWEICLOUD_SDK_CREDENTIALS_FILE", file.path().as_os_str()),
    ];
    let token = ("MODELARTS_AUTH_TOKEN", OsStr::new("token"));
    for (name, more) in [
        ("MODELARTS_REGION", None),
        (endpoint, None),
        ("MODELARTS_AUTH_TOKEN", None),
        ("HUAWEICLOUD_SDK_AK", None),
        ("HUAWEICLOUD_SDK_SK", Some(("HUAWEICLOUD_SDK_AK", OsStr::new("ak")))),
        ("HUAWEICLOUD_SDK_SECURITY_TOKEN", None),
        ("HUAWEICLOUD_SDK_CREDENTIALS_FILE", None),
        ("HUAWEICLOUD_SDK_PROJECT_ID", Some(token)),
        ("HUAWEICLOUD_SDK_IAM_ENDPOINT", Some(token)),
    ] {
        let mut variables = usual.to_vec();
        variables.extend(more);
        variables.retain(|(other, _)| *other != name);
        variables.push((name, &wrong));
        let output = run("call_with_the_environment", &variables).await;
        assert!(output.contains(&format!("{name} is not valid UTF-8")), "{name}: {output}");
        assert!(!output.contains("CANARY"), "{output}");
    }
}
