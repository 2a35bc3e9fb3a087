//! A server that acts as it is told, a client of it, and the check of their calls.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering::SeqCst};
use std::time::Duration;

use modelarts_app_auth::types::CreateApigAppRequest;
use modelarts_app_auth::{CallOptions, Client, Error, ErrorKind};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};

/// What the server does with one request.
#[derive(Clone, Copy, Debug)]
pub enum ServerAction {
    /// Writes this and closes the connection.
    Respond(&'static str),
    /// Closes the connection without a response.
    Close,
    /// Sends nothing for as long as the client waits.
    Hang,
}
pub use ServerAction::{Close, Hang, Respond};

pub const OK: ServerAction =
    Respond("HTTP/1.1 200 OK\r\nContent-Length: 26\r\n\r\n{\"app\":{\"app_secret\":\"x\"}}");
pub const TRUNCATED: ServerAction =
    Respond("HTTP/1.1 200 OK\r\nX-Request-Id: r1\r\nContent-Length: 26\r\n\r\n{\"app\":{");
pub const INVALID_JSON: ServerAction = Respond("HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\n{{{{");
pub const THROTTLED: ServerAction =
    Respond("HTTP/1.1 429 Too Many Requests\r\nContent-Length: 0\r\n\r\n");
pub const UNAVAILABLE: ServerAction =
    Respond("HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\n\r\n");
pub const RETRY_AFTER_1_S: ServerAction =
    Respond("HTTP/1.1 503 Service Unavailable\r\nRetry-After: 1\r\nContent-Length: 0\r\n\r\n");
pub const RETRY_AFTER_1_H: ServerAction =
    Respond("HTTP/1.1 503 Service Unavailable\r\nRetry-After: 3600\r\nContent-Length: 0\r\n\r\n");
pub const INTERNAL_ERROR: ServerAction =
    Respond("HTTP/1.1 500 Internal Server Error\r\nContent-Length: 0\r\n\r\n");
pub const FORBIDDEN: ServerAction = Respond("HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n");

pub struct Server {
    pub url: String,
    pub requests: Arc<AtomicUsize>,
}

/// Starts a server that takes one action per request, and the last one for all that follow.
pub async fn start(actions: &'static [ServerAction]) -> Server {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
    let url = format!("http://{}", listener.local_addr().expect("an address"));
    let requests = Arc::new(AtomicUsize::new(0));
    let count = Arc::clone(&requests);
    tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            let action = actions[count.fetch_add(1, SeqCst).min(actions.len() - 1)];
            tokio::spawn(take(stream, action));
        }
    });
    Server { url, requests }
}

pub async fn take(mut stream: TcpStream, action: ServerAction) {
    let mut request = vec![0; 64 * 1024];
    let read = stream.read(&mut request).await;
    match action {
        Respond(response) if read.is_ok() => {
            let _ = stream.write_all(response.as_bytes()).await;
        }
        Hang => tokio::time::sleep(Duration::from_secs(60)).await,
        _ => {}
    }
}

pub fn client(url: &str) -> Client {
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
pub async fn check(
    actions: &'static [ServerAction],
    read: (usize, Result<(), ErrorKind>),
    write: (usize, Result<(), ErrorKind>),
) {
    let server = start(actions).await;
    let made = client(&server.url).show_apig_app("a").send().await.map(drop);
    assert_eq!(seen(&server, made), read, "read, {actions:?}");
    let server = start(actions).await;
    let request = CreateApigAppRequest::new("a");
    let made = client(&server.url).reset_apig_app_secret("a", request).send().await.map(drop);
    assert_eq!(seen(&server, made), write, "write, {actions:?}");
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
