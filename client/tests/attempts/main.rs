//! How often a request is sent, and what is known when it failed.

mod budget;
mod headers;
mod truncated;

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering::SeqCst};
use std::time::{Duration, Instant};

use modelarts_app_auth::types::CreateApigAppRequest;
use modelarts_app_auth::{CallOptions, Client, Error, ErrorKind, Password};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};

/// What a server does with one request.
#[derive(Clone, Copy, Debug)]
enum Step {
    /// Writes this and closes the connection.
    Answer(&'static str),
    /// Closes the connection without an answer.
    Hang,
    /// Says nothing for as long as the client waits.
    Wait,
}
use Step::{Answer, Hang, Wait};

const OK: Step =
    Answer("HTTP/1.1 200 OK\r\nContent-Length: 26\r\n\r\n{\"app\":{\"app_secret\":\"x\"}}");
const TORN: Step =
    Answer("HTTP/1.1 200 OK\r\nX-Request-Id: r1\r\nContent-Length: 26\r\n\r\n{\"app\":{");
const WRONG: Step = Answer("HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\n{{{{");
const THROTTLED: Step = Answer("HTTP/1.1 429 Too Many Requests\r\nContent-Length: 0\r\n\r\n");
const AWAY: Step = Answer("HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\n\r\n");
const BACK_SOON: Step =
    Answer("HTTP/1.1 503 Service Unavailable\r\nRetry-After: 1\r\nContent-Length: 0\r\n\r\n");
const BACK_LATE: Step =
    Answer("HTTP/1.1 503 Service Unavailable\r\nRetry-After: 3600\r\nContent-Length: 0\r\n\r\n");
const BROKEN: Step = Answer("HTTP/1.1 500 Internal Server Error\r\nContent-Length: 0\r\n\r\n");
const FORBIDDEN: Step = Answer("HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n");

struct Server {
    url: String,
    requests: Arc<AtomicUsize>,
}

/// Starts a server that takes one step per request, and the last one for all that follow.
async fn start(steps: &'static [Step]) -> Server {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
    let url = format!("http://{}", listener.local_addr().expect("an address"));
    let requests = Arc::new(AtomicUsize::new(0));
    let count = Arc::clone(&requests);
    tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            let step = steps[count.fetch_add(1, SeqCst).min(steps.len() - 1)];
            tokio::spawn(take(stream, step));
        }
    });
    Server { url, requests }
}

async fn take(mut stream: TcpStream, step: Step) {
    let mut request = vec![0; 64 * 1024];
    let read = stream.read(&mut request).await;
    match step {
        Answer(answer) if read.is_ok() => {
            let _ = stream.write_all(answer.as_bytes()).await;
        }
        Wait => tokio::time::sleep(Duration::from_secs(60)).await,
        _ => {}
    }
}

fn client(url: &str) -> Client {
    let options = CallOptions::new()
        .attempt_timeout(Duration::from_millis(300))
        .timeout(Duration::from_secs(5));
    Client::builder()
        .endpoint(url)
        .allow_http_loopback()
        .project_id("p")
        .token("token")
        .options(options)
        .build()
        .expect("a client")
}

/// Makes a read and a write against such a server, and compares how often each was sent and how
/// it ended.
async fn check(
    steps: &'static [Step],
    read: (usize, Result<(), ErrorKind>),
    write: (usize, Result<(), ErrorKind>),
) {
    let server = start(steps).await;
    let made = client(&server.url).show_apig_app("a").send().await.map(drop);
    assert_eq!(seen(&server, made), read, "read, {steps:?}");
    let server = start(steps).await;
    let request = CreateApigAppRequest::new("a");
    let made = client(&server.url).reset_apig_app_secret("a", request).send().await.map(drop);
    assert_eq!(seen(&server, made), write, "write, {steps:?}");
}

fn seen(server: &Server, made: Result<(), Error>) -> (usize, Result<(), ErrorKind>) {
    let requests = server.requests.load(SeqCst);
    if let Err(error) = &made {
        println!("{error}\n    {error:?}");
        assert_eq!(error.attempts() as usize, requests, "{error}");
        assert!(error.was_sent());
    }
    (requests, made.map_err(|error| error.kind()))
}

#[tokio::test]
async fn a_passing_failure_is_retried_where_it_does_no_harm() {
    check(&[OK], (1, Ok(())), (1, Ok(()))).await;
    check(&[THROTTLED, OK], (2, Ok(())), (2, Ok(()))).await;
    check(&[BACK_SOON, OK], (2, Ok(())), (2, Ok(()))).await;
    check(&[AWAY, OK], (2, Ok(())), (1, Err(ErrorKind::Service))).await;
    check(&[BROKEN, OK], (2, Ok(())), (1, Err(ErrorKind::Service))).await;
    check(&[Hang, OK], (2, Ok(())), (1, Err(ErrorKind::MaybeSent))).await;
    check(&[Wait, OK], (2, Ok(())), (1, Err(ErrorKind::MaybeSent))).await;
}

#[tokio::test]
async fn a_lasting_failure_is_given_up() {
    let service = Err(ErrorKind::Service);
    check(&[THROTTLED], (3, service), (3, service)).await;
    check(&[BROKEN], (3, service), (1, service)).await;
    check(&[FORBIDDEN], (1, service), (1, service)).await;
    let undecodable = Err(ErrorKind::Undecodable);
    check(&[TORN], (3, undecodable), (1, undecodable)).await;
    check(&[WRONG], (1, undecodable), (1, undecodable)).await;
}

#[tokio::test]
async fn a_wait_that_outlasts_the_call_is_not_begun() {
    let service = Err(ErrorKind::Service);
    let checked = check(&[BACK_LATE], (1, service), (1, service));
    tokio::time::timeout(Duration::from_secs(5), checked).await.expect("no wait");
}

/// Calls a write, which must be tried three times without being sent.
async fn check_not_sent(client: Client) {
    let error = client.delete_apig_app("a").send().await.expect_err("no connection");
    assert_eq!((error.kind(), error.attempts()), (ErrorKind::NotSent, 3), "{error:?}");
    assert!(!error.was_sent() && error.is_retryable());
}

#[tokio::test]
async fn without_a_connection_nothing_is_sent() {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
    let address = listener.local_addr().expect("an address");
    drop(listener);
    check_not_sent(client(&format!("http://{address}"))).await;
    // A name that is reserved never to be there (RFC 6761).
    let builder = Client::builder().endpoint("https://modelarts.invalid").project_id("p");
    check_not_sent(builder.token("token").build().expect("a client")).await;
}

#[tokio::test]
async fn a_tls_handshake_that_fails_or_hangs_is_not_sent() {
    for step in [&[Hang], &[Wait]] {
        let server = start(step).await;
        let builder = Client::builder()
            .endpoint(server.url.replace("http", "https"))
            .project_id("p")
            .token("token")
            .connect_timeout(Duration::from_millis(100));
        check_not_sent(builder.build().expect("a client")).await;
        assert_eq!(server.requests.load(SeqCst), 3, "handshakes");
    }
}

#[tokio::test]
async fn what_an_earlier_attempt_sent_stays_sent() {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
    let url = format!("http://{}", listener.local_addr().expect("an address"));
    tokio::spawn(async move {
        let (stream, _) = listener.accept().await.expect("a connection");
        drop(listener);
        take(stream, Hang).await;
    });
    let error = client(&url).show_apig_app("a").send().await.expect_err("nobody is there any more");
    assert_eq!(error.kind(), ErrorKind::NotSent);
    assert!(error.was_sent());
}

#[tokio::test]
async fn a_call_ends_with_its_own_time() {
    let server = start(&[Wait]).await;
    let options = CallOptions::new()
        .timeout(Duration::from_millis(100))
        .attempt_timeout(Duration::from_secs(30));
    let begun = Instant::now();
    let made = client(&server.url).show_apig_app("a").options(options).send().await;
    assert_eq!(made.map(drop).map_err(|error| error.kind()), Err(ErrorKind::MaybeSent));
    assert!(begun.elapsed() < Duration::from_secs(5));
}

/// Calls a read and a write that have no time; nothing may be sent.
async fn check_no_time(options: CallOptions) {
    let server = start(&[OK]).await;
    let client = client(&server.url);
    let request = CreateApigAppRequest::new("a");
    let read = client.show_apig_app("a").options(options).await.map(drop);
    let write = client.reset_apig_app_secret("a", request).options(options).await.map(drop);
    for made in [read, write] {
        let error = made.expect_err("no time");
        assert_eq!((error.kind(), error.attempts()), (ErrorKind::NotSent, 0), "{error}");
        assert!(!error.was_sent() && error.operation().is_some());
        assert!(error.to_string().contains("timeout"), "{error}");
    }
    assert_eq!(server.requests.load(SeqCst), 0);
}

#[tokio::test]
async fn without_time_nothing_is_sent() {
    check_no_time(CallOptions::new().timeout(Duration::ZERO)).await;
    check_no_time(CallOptions::new().attempt_timeout(Duration::ZERO)).await;
}

#[tokio::test]
async fn without_time_nothing_is_asked_of_iam() {
    let (iam, server) = (start(&[OK]).await, start(&[OK]).await);
    let password = Password::new("account", "user", "password");
    let client = Client::builder()
        .endpoint(&server.url)
        .iam_endpoint(&iam.url)
        .allow_http_loopback()
        .credentials(password)
        .build()
        .expect("a client");
    let options = CallOptions::new().timeout(Duration::ZERO);
    let error = client.show_apig_app("a").options(options).await.expect_err("no time");
    assert_eq!(error.kind(), ErrorKind::NotSent, "{error}");
    assert_eq!(iam.requests.load(SeqCst) + server.requests.load(SeqCst), 0);
}
