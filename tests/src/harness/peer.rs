//! Servers and proxies that fail before a request has arrived, or after it.

use std::sync::atomic::{AtomicU32, Ordering::SeqCst};
use std::sync::{Arc, Mutex};

use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt};
use tokio::net::{TcpListener, TcpSocket, TcpStream};

use crate::harness::tls;

/// A success without content.
pub const OK: &str = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}";
const TUNNEL: &str = "HTTP/1.1 200 Connection established\r\n\r\n";

/// What a peer does with a connection.
#[derive(Clone, Copy, Debug)]
pub enum PeerAction {
    /// Reads a little and closes the connection.
    Close,
    /// Reads, and never responds.
    Hang,
    /// Reads a little and sends this.
    Send(&'static str),
    /// Serves requests over TLS, each with success.
    Tls,
    /// Opens a tunnel, at whose end it serves requests over TLS.
    Tunnel,
}

pub struct Peer {
    pub port: u16,
    connections: Arc<AtomicU32>,
    /// The first bytes of each connection.
    pub received: Arc<Mutex<Vec<String>>>,
}

impl Peer {
    pub async fn start(action: PeerAction) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let port = listener.local_addr().expect("an address").port();
        let peer = Self { port, connections: Arc::default(), received: Arc::default() };
        let (connections, received) = (peer.connections.clone(), peer.received.clone());
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                connections.fetch_add(1, SeqCst);
                let received = received.clone();
                tokio::spawn(async move { serve(stream, action, &received).await });
            }
        });
        peer
    }

    pub fn url(&self, scheme: &str) -> String {
        format!("{scheme}://127.0.0.1:{}", self.port)
    }

    pub fn connections(&self) -> u32 {
        self.connections.load(SeqCst)
    }
}

async fn serve(
    mut stream: TcpStream,
    action: PeerAction,
    received: &Mutex<Vec<String>>,
) -> Option<()> {
    if let PeerAction::Tls = action {
        return respond(tls::accept(stream).await.ok()?, OK).await;
    }
    let read = read(&mut stream).await?;
    received.lock().expect("no panic").push(read);
    match action {
        PeerAction::Hang => std::future::pending().await,
        PeerAction::Send(text) => stream.write_all(text.as_bytes()).await.ok(),
        PeerAction::Tunnel => {
            stream.write_all(TUNNEL.as_bytes()).await.ok()?;
            respond(tls::accept(stream).await.ok()?, OK).await
        }
        PeerAction::Close | PeerAction::Tls => None,
    }
}

async fn respond(mut stream: impl AsyncRead + AsyncWrite + Unpin, text: &str) -> Option<()> {
    loop {
        read(&mut stream).await?;
        stream.write_all(text.as_bytes()).await.ok()?;
    }
}

/// Reads what comes first, which is a whole request here.
pub async fn read(stream: &mut (impl AsyncRead + Unpin)) -> Option<String> {
    let mut bytes = vec![0; 64 * 1024];
    let read = stream.read(&mut bytes).await.ok().filter(|read| *read > 0)?;
    Some(String::from_utf8_lossy(&bytes[..read]).into_owned())
}

/// A port on which nothing listens, as long as the socket is there.
pub fn closed_port() -> (TcpSocket, u16) {
    let socket = TcpSocket::new_v4().expect("a socket");
    socket.bind(([127, 0, 0, 1], 0).into()).expect("a free port");
    let port = socket.local_addr().expect("an address").port();
    (socket, port)
}
