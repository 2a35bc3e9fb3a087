//! How often a request is sent, and the error of a failed call.

mod budget;
mod headers;
mod server;
mod truncated;

use std::sync::atomic::Ordering::SeqCst;
use std::time::{Duration, Instant};

use modelarts_app_auth::types::CreateApigAppRequest;
use modelarts_app_auth::{CallOptions, Client, ErrorKind, Password};
use tokio::net::TcpListener;

use server::{
    Close, FORBIDDEN, Hang, INTERNAL_ERROR, INVALID_JSON, OK, RETRY_AFTER_1_H, RETRY_AFTER_1_S,
    THROTTLED, TRUNCATED, UNAVAILABLE, check, client, start, take,
};

#[tokio::test]
async fn transient_failure_is_retried_if_it_is_safe() {
    check(&[OK], (1, Ok(())), (1, Ok(()))).await;
    check(&[THROTTLED, OK], (2, Ok(())), (2, Ok(()))).await;
    check(&[RETRY_AFTER_1_S, OK], (2, Ok(())), (2, Ok(()))).await;
    check(&[UNAVAILABLE, OK], (2, Ok(())), (1, Err(ErrorKind::Service))).await;
    check(&[INTERNAL_ERROR, OK], (2, Ok(())), (1, Err(ErrorKind::Service))).await;
    check(&[Close, OK], (2, Ok(())), (1, Err(ErrorKind::MaybeSent))).await;
    check(&[Hang, OK], (2, Ok(())), (1, Err(ErrorKind::MaybeSent))).await;
}

#[tokio::test]
async fn permanent_failure_is_not_retried_forever() {
    let service = Err(ErrorKind::Service);
    check(&[THROTTLED], (3, service), (3, service)).await;
    check(&[INTERNAL_ERROR], (3, service), (1, service)).await;
    check(&[FORBIDDEN], (1, service), (1, service)).await;
    let undecodable = Err(ErrorKind::Undecodable);
    check(&[TRUNCATED], (3, undecodable), (1, undecodable)).await;
    check(&[INVALID_JSON], (1, undecodable), (1, undecodable)).await;
}

#[tokio::test]
async fn wait_longer_than_the_timeout_is_not_started() {
    let service = Err(ErrorKind::Service);
    let checked = check(&[RETRY_AFTER_1_H], (1, service), (1, service));
    tokio::time::timeout(Duration::from_secs(5), checked).await.expect("no wait");
}

/// Calls a write, which must be tried three times without being sent.
async fn check_not_sent(client: Client) {
    let error = client.delete_apig_app("a").send().await.expect_err("no connection");
    assert_eq!((error.kind(), error.attempts()), (ErrorKind::NotSent, 3), "{error:?}");
    assert!(!error.was_sent() && error.is_retryable());
}

#[tokio::test]
async fn nothing_is_sent_without_a_connection() {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
    let address = listener.local_addr().expect("an address");
    drop(listener);
    check_not_sent(client(&format!("http://{address}"))).await;
    // A name that is reserved never to be there (RFC 6761).
    let builder = Client::builder().endpoint("https://modelarts.invalid").project_id("p");
    check_not_sent(builder.token("token").build().expect("a client")).await;
}

#[tokio::test]
async fn nothing_is_sent_without_a_tls_handshake() {
    for action in [&[Close], &[Hang]] {
        let server = start(action).await;
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
async fn request_of_an_earlier_attempt_counts_as_sent() {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
    let url = format!("http://{}", listener.local_addr().expect("an address"));
    tokio::spawn(async move {
        let (stream, _) = listener.accept().await.expect("a connection");
        drop(listener);
        take(stream, Close).await;
    });
    let error = client(&url).show_apig_app("a").send().await.expect_err("nobody is there any more");
    assert_eq!(error.kind(), ErrorKind::NotSent);
    assert!(error.was_sent());
}

#[tokio::test]
async fn call_ends_with_its_timeout() {
    let server = start(&[Hang]).await;
    let options = CallOptions::new()
        .timeout(Duration::from_millis(100))
        .attempt_timeout(Duration::from_secs(30));
    let started = Instant::now();
    let made = client(&server.url).show_apig_app("a").options(options).send().await;
    assert_eq!(made.map(drop).map_err(|error| error.kind()), Err(ErrorKind::MaybeSent));
    assert!(started.elapsed() < Duration::from_secs(5));
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
async fn nothing_is_sent_with_zero_timeout() {
    check_no_time(CallOptions::new().timeout(Duration::ZERO)).await;
    check_no_time(CallOptions::new().attempt_timeout(Duration::ZERO)).await;
}

#[tokio::test]
async fn iam_is_not_called_with_zero_timeout() {
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
