//! Failing connections: the error, whether the request was sent, and whether it is retried.

use std::collections::{HashMap, HashSet};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use futures_util::future::join_all;
use modelarts_app_auth::{CallOptions, Client, ClientBuilder, Environment, Error, ErrorKind};
use tokio::io::AsyncWriteExt;
use tokio::net::{TcpListener, TcpStream};

use crate::harness::check::document;
use crate::harness::peer::{OK, Peer, PeerAction, closed_port, read};
use crate::harness::server::PROJECT;
use crate::harness::tls;

const DENIED: &str = "HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 0\r\n\r\n";
const AWAY: &str = "HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\n\r\n";

fn builder(url: impl Into<String>) -> ClientBuilder {
    Client::builder().endpoint(url).allow_http_loopback().project_id(PROJECT).token("token")
}

/// Makes a call that changes something.
async fn delete(builder: ClientBuilder) -> Result<(), Error> {
    builder.build().expect("a client").delete_apig_app("a").send().await.map(drop)
}

/// Makes a call that must fail without being sent, after so many attempts, and say this.
async fn check(builder: ClientBuilder, attempts: u32, text: &str) {
    let error = delete(builder).await.expect_err(text);
    assert_eq!((error.kind(), error.attempts()), (ErrorKind::NotSent, attempts), "{error}");
    assert!(!error.was_sent(), "{error}");
    assert_eq!(error.is_retryable(), attempts > 1, "{error}");
    assert!(error.to_string().contains(text), "{error}\nlacks: {text}");
}

/// Makes a call that must fail after it may have been sent, and say this.
async fn check_sent(action: PeerAction, text: &str) {
    let peer = Peer::start(action).await;
    let options = CallOptions::new().timeout(Duration::from_secs(1));
    let error = delete(builder(peer.url("http")).options(options)).await.expect_err(text);
    assert_eq!((error.kind(), error.attempts()), (ErrorKind::MaybeSent, 1), "{error}");
    assert!(error.was_sent() && error.to_string().contains(text), "{error}\nlacks: {text}");
    assert!(error.to_string().contains(&format!("127.0.0.1:{}", peer.port)), "{error}");
    assert_eq!(peer.connections(), 1);
}

#[tokio::test]
async fn failed_connection_is_reported_with_its_cause() {
    let (_socket, port) = closed_port();
    let refused = format!("could not connect to 127.0.0.1:{port}: connection refused");
    check(builder(format!("http://127.0.0.1:{port}")), 3, &refused).await;
    let unknown = "could not connect to modelarts.invalid:443: the host name could not be resolved";
    check(builder("https://modelarts.invalid"), 3, unknown).await;
    let closing = Peer::start(PeerAction::Close).await;
    let closed = "the connection was closed during the TLS handshake";
    let closed = format!("could not connect to 127.0.0.1:{}: {closed}", closing.port);
    check(builder(closing.url("https")), 3, &closed).await;
    assert_eq!(closing.connections(), 3);
}

#[tokio::test]
async fn impossible_tls_is_tried_once() {
    for (action, text) in [
        (
            PeerAction::Tls,
            "the certificate was rejected: invalid peer certificate: UnknownIssuer; trust its \
             issuer with `root_certificates`",
        ),
        (PeerAction::Send(AWAY), "the TLS handshake failed: "),
    ] {
        let peer = Peer::start(action).await;
        let text = format!("could not connect to 127.0.0.1:{}: {text}", peer.port);
        check(builder(peer.url("https")), 1, &text).await;
        assert_eq!(peer.connections(), 1);
    }
    let peer = Peer::start(PeerAction::Tls).await;
    let another = format!("https://another.localhost:{}", peer.port);
    check(builder(another).root_certificates(tls::ROOT), 1, "the certificate was rejected").await;
}

#[tokio::test]
async fn root_certificate_of_the_caller_is_trusted() {
    let peer = Peer::start(PeerAction::Tls).await;
    delete(builder(peer.url("https")).root_certificates(tls::ROOT)).await.expect("success");
    let localhost = format!("https://localhost:{}", peer.port);
    delete(builder(localhost).root_certificates(tls::ROOT)).await.expect("success");
}

fn remote() -> ClientBuilder {
    builder(format!("https://{}", tls::REMOTE)).root_certificates(tls::ROOT)
}

#[tokio::test]
async fn proxy_gets_its_own_credentials_only() {
    let proxy = Peer::start(PeerAction::Tunnel).await;
    let url = format!("http://user:p%40ss@127.0.0.1:{}", proxy.port);
    delete(remote().proxy(url.as_str())).await.expect("success");
    let received = proxy.received.lock().expect("no panic").clone();
    let [connect] = &received[..] else { panic!("one connection: {received:?}") };
    assert!(connect.starts_with("CONNECT modelarts.example:443 HTTP/1.1\r\n"), "{connect}");
    let credentials = "proxy-authorization: basic dxnlcjpwqhnz\r\n";
    assert!(connect.to_ascii_lowercase().contains(credentials), "{connect}");
    assert!(!connect.contains("token"), "{connect}");
    // What is on this machine is not for a proxy.
    let peer = Peer::start(PeerAction::Tls).await;
    let local = builder(peer.url("https")).root_certificates(tls::ROOT);
    delete(local.proxy(url.as_str())).await.expect("success");
    assert_eq!(proxy.connections(), 1);
}

#[tokio::test]
async fn proxy_that_does_not_connect_is_reported() {
    let through = format!("could not connect to {}:443 through the proxy", tls::REMOTE);
    for (action, attempts, text) in [
        (PeerAction::Send(DENIED), 1, "it requires a user name and a password"),
        (PeerAction::Send(AWAY), 3, "it did not open a tunnel (unsuccessful)"),
        (PeerAction::Close, 3, "it did not open a tunnel (unexpected end of file)"),
    ] {
        let proxy = Peer::start(action).await;
        let text = format!("{through} 127.0.0.1:{}: {text}", proxy.port);
        check(remote().proxy(proxy.url("http")), attempts, &text).await;
        assert_eq!(proxy.connections(), attempts);
    }
    let (_socket, port) = closed_port();
    let refused = format!("{through} 127.0.0.1:{port}: connection refused");
    check(remote().proxy(format!("http://127.0.0.1:{port}")), 3, &refused).await;
    let unknown = format!("{through} proxy.invalid:80: its name could not be resolved");
    check(remote().proxy("http://proxy.invalid"), 3, &unknown).await;
}

#[tokio::test]
async fn unknown_region_is_named_where_its_host_is_not_reached() {
    let (_socket, port) = closed_port();
    let regions = document().at("/servers/0/variables/region/enum").expect("a list of regions");
    let regions: Vec<_> = regions.items().filter_map(spec::Node::as_str).collect();
    let (first, regions) = (regions[0], regions.join(", "));
    let environment =
        Environment::from_fn(|name| (name == "MODELARTS_REGION").then(|| "cn-nroth-4".to_owned()));
    let client = || Client::builder().project_id(PROJECT).token("token");
    let proxied = |builder: ClientBuilder| builder.proxy(format!("http://127.0.0.1:{port}"));
    for (builder, region) in [
        (client().region("cn-nroth-4"), "region `cn-nroth-4`"),
        (client().environment(environment), "region `cn-nroth-4` (MODELARTS_REGION)"),
    ] {
        let host = "could not connect to modelarts.cn-nroth-4.myhuaweicloud.com:443 through";
        let error = delete(proxied(builder)).await.expect_err(region).to_string();
        assert!(error.contains(host), "{error}");
        let known = format!("connection refused; {region} is not known; known regions: {regions}");
        assert!(error.contains(&known), "{error}");
    }
    // A region that is known, and a host that is not made from the region.
    for builder in [
        client().region(first),
        client().region("cn-nroth-4").endpoint(format!("https://{}", tls::REMOTE)),
    ] {
        let error = delete(proxied(builder)).await.expect_err("no connection").to_string();
        assert!(!error.contains("known regions"), "{error}");
    }
}

/// The example of the documentation with a smaller number: the whole call has less time than a
/// connection may take.
#[tokio::test]
async fn call_that_times_out_while_connecting_is_not_sent() {
    let silent = Peer::start(PeerAction::Hang).await;
    let options = CallOptions::new().timeout(Duration::from_millis(300));
    for (builder, target) in [
        (builder(silent.url("https")), format!("127.0.0.1:{}", silent.port)),
        (remote().proxy(silent.url("http")), format!("{}:443", tls::REMOTE)),
    ] {
        let error = delete(builder.options(options)).await.expect_err("no connection");
        assert_eq!((error.kind(), error.attempts()), (ErrorKind::NotSent, 1), "{error}");
        let text = format!("could not connect to {target} within ");
        assert!(!error.was_sent() && error.to_string().contains(&text), "{error}\nlacks: {text}");
    }
    let text = "it took longer than the connect timeout";
    let quick = builder(silent.url("https")).connect_timeout(Duration::from_millis(100));
    check(quick, 3, text).await;
    let attempt = CallOptions::new().attempt_timeout(Duration::from_millis(100));
    check(builder(silent.url("https")).options(attempt), 3, "could not connect to 127.0.0.1").await;
}

#[tokio::test]
async fn request_that_may_have_arrived_is_reported_as_sent() {
    check_sent(PeerAction::Hang, "no response from 127.0.0.1").await;
    check_sent(PeerAction::Close, "the connection to 127.0.0.1").await;
    check_sent(PeerAction::Send("SSH-2.0-OpenSSH_9.9\r\n"), "sent no valid HTTP response: ").await;
}

#[tokio::test]
async fn call_with_zero_timeout_is_not_sent_on_an_open_connection() {
    let peer = Peer::start(PeerAction::Tls).await;
    let client = builder(peer.url("https")).root_certificates(tls::ROOT).build().expect("a client");
    client.delete_apig_app("a").send().await.expect("success");
    let none = CallOptions::new().timeout(Duration::ZERO);
    let error = client.delete_apig_app("a").options(none).send().await.map(drop);
    let error = error.expect_err("no time");
    assert_eq!((error.kind(), error.was_sent()), (ErrorKind::NotSent, false), "{error}");
}

#[tokio::test]
async fn too_long_url_is_an_invalid_argument() {
    let peer = Peer::start(PeerAction::Close).await;
    let client = builder(peer.url("http")).build().expect("a client");
    for size in [65_534, 100_000] {
        let error = client.delete_apig_app("a".repeat(size)).send().await.map(drop);
        let error = error.expect_err("too long");
        assert_eq!(error.kind(), ErrorKind::InvalidArgument, "{size}");
        assert!(!error.was_sent() && !error.is_retryable() && error.to_string().len() < 300);
        assert!(error.to_string().contains("URL: has "), "{error}");
    }
    assert_eq!(peer.connections(), 0);
    let error = client.delete_apig_app("a".repeat(60_000)).send().await.map(drop);
    assert_eq!(error.map_err(|error| error.kind()), Err(ErrorKind::MaybeSent));
}

/// Serves requests over TLS, slowly, and keeps what was requested for.
async fn serve_slowly(stream: TcpStream, requested: Arc<Mutex<HashSet<String>>>) -> Option<()> {
    let pause = || tokio::time::sleep(Duration::from_millis(fastrand::u64(..15)));
    pause().await;
    let mut stream = tls::accept(stream).await.ok()?;
    loop {
        let request = read(&mut stream).await?;
        let path = request.split(' ').nth(1)?.to_owned();
        requested.lock().expect("no panic").insert(path);
        pause().await;
        stream.write_all(OK.as_bytes()).await.ok()?;
    }
}

/// Requests take over the connections of others, and leave the ones they began to others.
#[tokio::test]
async fn call_reported_as_not_sent_never_arrives() {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
    let url = format!("https://127.0.0.1:{}", listener.local_addr().expect("an address").port());
    let requested = Arc::<Mutex<HashSet<String>>>::default();
    let seen = requested.clone();
    tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            tokio::spawn(serve_slowly(stream, seen.clone()));
        }
    });
    let client = builder(url).root_certificates(tls::ROOT).build().expect("a client");
    let mut ends = HashMap::<Option<ErrorKind>, Vec<String>>::new();
    for wave in 0..40 {
        let calls = (0..40).map(async |number| {
            let id = format!("{wave}-{number}");
            tokio::time::sleep(Duration::from_millis(fastrand::u64(..30))).await;
            // Each wave has a call that succeeds, however slow the machine is.
            let time = if number == 0 { 60_000 } else { fastrand::u64(1..60) };
            let time = Duration::from_millis(time);
            let options = CallOptions::new().timeout(time).max_attempts(1);
            let made = client.delete_apig_app(id.as_str()).options(options).send().await;
            (id, made.err().map(|error| error.kind()))
        });
        for (id, kind) in join_all(calls).await {
            ends.entry(kind).or_default().push(id);
        }
    }
    tokio::time::sleep(Duration::from_millis(200)).await;
    println!("{:?}", ends.iter().map(|(kind, ids)| (*kind, ids.len())).collect::<Vec<_>>());
    let requested = requested.lock().expect("no panic");
    let has_arrived = |id: &String| requested.iter().any(|path| path.ends_with(&format!("/{id}")));
    let not_sent = &ends[&Some(ErrorKind::NotSent)];
    assert_eq!(not_sent.iter().find(|id| has_arrived(id)), None);
    assert!(ends[&None].iter().all(has_arrived));
}
