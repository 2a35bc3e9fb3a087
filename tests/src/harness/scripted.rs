//! A server with every fault of a network, a gateway or the service.

mod fault;

use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering::SeqCst};
use std::time::Duration;

use serde_json::{Value, json};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpSocket, TcpStream};
use tokio::task::AbortHandle;

pub use self::fault::ScriptedFault;

/// Runs until it is dropped.
pub struct ScriptedServer {
    pub url: String,
    script: Arc<Script>,
    /// Has a port that nobody else gets.
    _closed_port: Option<TcpSocket>,
    task: Option<AbortHandle>,
}

struct Script {
    fault: ScriptedFault,
    /// The body of a success.
    success: String,
    requests: AtomicU32,
    has_responded: AtomicBool,
}

impl ScriptedServer {
    /// A server with this fault, whose success has the body `success`. Its other responses quote it.
    pub async fn start(fault: ScriptedFault, success: &Value) -> Self {
        let success = if success.is_null() { String::new() } else { success.to_string() };
        let requests = AtomicU32::new(0);
        let script = Script { fault, success, requests, has_responded: AtomicBool::new(false) };
        let script = Arc::new(script);
        let socket = TcpSocket::new_v4().expect("a socket");
        socket.bind(([127, 0, 0, 1], 0).into()).expect("a free port");
        let url = format!("http://{}", socket.local_addr().expect("an address"));
        if fault == ScriptedFault::Refused {
            return Self { url, script, _closed_port: Some(socket), task: None };
        }
        let listener = socket.listen(1024).expect("a listener");
        let task = tokio::spawn(listen(listener, script.clone()));
        Self { url, script, _closed_port: None, task: Some(task.abort_handle()) }
    }

    /// How many requests have arrived, at least in part.
    pub fn requests(&self) -> u32 {
        self.script.requests.load(SeqCst)
    }

    /// Begins again, as if nothing had arrived.
    pub fn rewind(&self) {
        self.script.requests.store(0, SeqCst);
        self.script.has_responded.store(false, SeqCst);
    }
}

impl Drop for ScriptedServer {
    fn drop(&mut self) {
        self.task.iter().for_each(AbortHandle::abort);
    }
}

async fn listen(listener: TcpListener, script: Arc<Script>) {
    while let Ok((stream, _)) = listener.accept().await {
        let script = script.clone();
        // What goes wrong on this side is the client going away.
        tokio::spawn(async move { drop(script.serve(stream).await) });
    }
}

impl Script {
    async fn serve(&self, mut stream: TcpStream) -> io::Result<()> {
        while stream.peek(&mut [0]).await? > 0 {
            if self.fault != ScriptedFault::ResetKept || self.has_responded.swap(true, SeqCst) {
                self.requests.fetch_add(1, SeqCst);
                return self.fail(stream).await;
            }
            let request = read(&mut stream).await?;
            stream.write_all(self.message(ScriptedFault::None, &request).as_bytes()).await?;
        }
        Ok(())
    }

    async fn fail(&self, mut stream: TcpStream) -> io::Result<()> {
        if self.fault == ScriptedFault::ResetUnread {
            return stream.set_zero_linger();
        }
        let request = read(&mut stream).await?;
        match self.fault {
            ScriptedFault::ResetRead | ScriptedFault::ResetKept => return stream.set_zero_linger(),
            ScriptedFault::Silence => drop(stream.read(&mut [0]).await?),
            fault => stream.write_all(self.message(fault, &request).as_bytes()).await?,
        }
        if self.fault == ScriptedFault::Drip {
            loop {
                tokio::time::sleep(Duration::from_millis(10)).await;
                stream.write_all(b" ").await?;
            }
        }
        Ok(())
    }

    /// All that is sent for a request.
    fn message(&self, fault: ScriptedFault, request: &str) -> String {
        let page = || ("text/html", format!("<html>{}</html>", self.success));
        let error = || ("application/json", error_body(request, &self.success));
        let (status, (media_type, body)) = match fault {
            ScriptedFault::Redirect => (302, page()),
            ScriptedFault::BadGateway => (502, page()),
            ScriptedFault::Page => (200, page()),
            ScriptedFault::Reported => (200, error()),
            ScriptedFault::Plain => (200, ("text/plain", self.success.clone())),
            ScriptedFault::Status(status) | ScriptedFault::RetryAfter(status) => (status, error()),
            _ => (200, ("application/json", self.success.clone())),
        };
        let mut head = format!("HTTP/1.1 {status} \r\nContent-Type: {media_type}\r\n");
        let missing = if matches!(fault, ScriptedFault::Truncated | ScriptedFault::Drip) {
            1_000_000
        } else {
            0
        };
        head += &format!("Content-Length: {}\r\n", body.len() + missing);
        head += &format!("Set-Cookie: {}\r\n", self.success);
        match fault {
            ScriptedFault::Redirect => {
                head += &format!("Location: /elsewhere?{}\r\n", self.success)
            }
            ScriptedFault::RetryAfter(_) => head += "Retry-After: 0\r\n",
            _ => {}
        }
        if self.fault != ScriptedFault::ResetKept {
            head += "Connection: close\r\n";
        }
        format!("{head}\r\n{body}")
    }
}

/// Reads one request with its body.
async fn read(stream: &mut TcpStream) -> io::Result<String> {
    let mut request = Vec::new();
    loop {
        let text = String::from_utf8_lossy(&request);
        if let Some((head, body)) = text.split_once("\r\n\r\n") {
            let length = header(head, "content-length").and_then(|length| length.parse().ok());
            if body.len() >= length.unwrap_or(0) {
                return Ok(text.into_owned());
            }
        }
        if stream.read_buf(&mut request).await? == 0 {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
    }
}

fn header<'a>(head: &'a str, name: &str) -> Option<&'a str> {
    let mut fields = head.lines().filter_map(|line| line.split_once(": "));
    fields.find(|(field, _)| field.eq_ignore_ascii_case(name)).map(|(_, value)| value)
}

/// An error body which repeats the request, as gateways do.
fn error_body(request: &str, success: &str) -> String {
    let (head, body) = request.split_once("\r\n\r\n").unwrap_or((request, ""));
    let mut message = head.lines().next().unwrap_or_default().to_owned();
    for name in ["X-Auth-Token", "X-Security-Token", "Authorization"] {
        message += header(head, name).unwrap_or_default();
    }
    json!({
        "error_code": "ModelArts.4321",
        "error_msg": message + body,
        "request_id": "7c1f0d3a9b2e4856",
        "success": success,
    })
    .to_string()
}
